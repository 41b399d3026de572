#pragma once

#include "floor/instant.hpp"
#include "floor/room.hpp"

/// What a speaker loses while no server runs.
namespace rostrum {

/// What the statement in progress has lost between these instants, in whole seconds: as long as it
/// ran. Zero where none ran, or too shortly to be worth a word (limits::outage_shortest).
[[nodiscard]] Duration lost_time(const Room& room, Instant from, Instant to);

/// What the chair is offered to give back to the statement in progress, in whole seconds: what was
/// not added since, as far as the rules allow it.
[[nodiscard]] Duration offered_time(const Meeting& meeting);

}  // namespace rostrum
