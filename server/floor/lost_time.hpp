#pragma once

#include "floor/instant.hpp"
#include "floor/room.hpp"

/// The time that a speaker loses while no server runs.
namespace rostrum {

/// The time that the statement in progress ran between these instants, in whole seconds. Zero if no
/// statement ran, or for less than limits::outage_shortest.
[[nodiscard]] Duration lost_time(const Room& room, Instant from, Instant to);

/// The lost time that the chair may still give back to the statement in progress, in whole seconds:
/// less what was added since, within the rules.
[[nodiscard]] Duration offered_time(const Meeting& meeting);

}  // namespace rostrum
