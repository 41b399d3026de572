#pragma once

#include <variant>
#include <vector>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/event.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

namespace rostrum {

using Events = std::vector<Event>;
using Decision = std::variant<Events, Refusal>;

/// What a command does to a room, or why not. Changes nothing.
[[nodiscard]] Decision decide(const Room& room, const Actor& actor, const Command& command,
                              Instant now);

}  // namespace rostrum
