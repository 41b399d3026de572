#pragma once

#include <string>

namespace rostrum {

enum class Role { chair, secretariat, display, speaker, observer, delegation, interpreter };

/// Who acts. The device is what it calls itself: for people to read, proof of nothing.
struct Actor {
    Role role{};
    std::string device;
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// As the record keeps it: interpreters act without a name.
[[nodiscard]] inline Actor on_record(Actor actor) {
    if (actor.role == Role::interpreter) actor.device.clear();
    return actor;
}

}  // namespace rostrum
