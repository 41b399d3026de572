#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/event.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

namespace rostrum {

using Events = std::vector<Event>;
using Decision = std::variant<Events, Refusal>;

/// Returns the refusal if this role may never send such a command, whatever the state of the room;
/// nullopt if it may.
[[nodiscard]] std::optional<Refusal> refused_to(Role role, CommandKind kind);

/// The refusal of what an archived room does no more.
[[nodiscard]] Refusal room_is_archived();

/// Returns the events of a command, or its refusal. Changes nothing.
[[nodiscard]] Decision decide(const Room& room, const Actor& actor, const Command& command,
                              Instant now);

}  // namespace rostrum
