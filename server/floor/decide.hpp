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

/// Why nobody of this role may ever do such a thing, whatever the room is like. None: it may.
[[nodiscard]] std::optional<Refusal> refused_to(Role role, ActKind act);

/// What a command does to a room, or why not. Changes nothing.
[[nodiscard]] Decision decide(const Room& room, const Actor& actor, const Command& command,
                              Instant now);

}  // namespace rostrum
