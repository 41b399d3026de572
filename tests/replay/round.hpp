#pragma once

#include "floor/programme.hpp"
#include "replay.hpp"

namespace rostrum::replay {

/// Holds the 12 meetings of the demonstration, one after another, each at its hour. How many
/// Missions came to which meeting, and what each State under Review did, was never published: both
/// are invented here, so that the totals are the published ones.
/// @throws std::runtime_error where the programme is another one, or an act is refused.
void hold(Replay& replay, const PlannedRoom& plan);

}  // namespace rostrum::replay
