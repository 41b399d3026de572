#pragma once

#include "floor/programme.hpp"
#include "replay.hpp"

namespace rostrum::replay {

/// Holds the 12 meetings of the demonstration, each at its hour. How many Missions attended each
/// meeting, and what each State under Review did, was never published: both are invented so that
/// the totals match the published ones.
/// @throws std::runtime_error if the programme is another one, or a command is refused.
void hold(Replay& replay, const PlannedRoom& plan);

}  // namespace rostrum::replay
