#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/card_holder.hpp"

namespace rostrum {

enum class Role { chair, secretariat, display, speaker, observer, delegation, interpreter };

/// Who acts. `device` is the device's own name: for people to read, not a proof of identity.
struct Actor {
    Role role{};
    std::string device;
    /// Of a command that comes in under a card. Not on record: the record's device names the card.
    std::optional<CardHolder> holder = std::nullopt;
    /// Of a phone without a card: as many others already ask from its address. Not on record.
    bool crowded = false;
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// Interpreters stay anonymous.
[[nodiscard]] inline std::string_view device_on_record(const Actor& actor) {
    return actor.role == Role::interpreter ? std::string_view() : actor.device;
}

/// The actor as recorded.
[[nodiscard]] inline Actor on_record(Actor actor) {
    actor.holder.reset();
    actor.crowded = false;
    if (device_on_record(actor).empty()) actor.device.clear();
    return actor;
}

}  // namespace rostrum
