#pragma once

#include "floor/act.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Returns the room after an act that `decide` allowed, with its invariants checked.
/// @pre act.revision is room.revision + 1 and act.at is not before room.latest
/// while a meeting is open.
/// @throws InvariantBroken if the act does not follow from this room: a fault of the program or of
///         the log, never of a command.
[[nodiscard]] Room apply(Room room, const Act& act);

}  // namespace rostrum
