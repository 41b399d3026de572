#pragma once

#include <string>

namespace rostrum {

enum class Role { chair, secretariat, display, speaker, observer, delegation, interpreter };

/// Who acts. `device` is the device's own name: for people to read, not a proof of identity.
struct Actor {
    Role role{};
    std::string device;
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// The actor as recorded: interpreters stay anonymous.
[[nodiscard]] inline Actor on_record(Actor actor) {
    if (actor.role == Role::interpreter) actor.device.clear();
    return actor;
}

}  // namespace rostrum
