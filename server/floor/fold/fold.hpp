#pragma once

#include "floor/act.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Applies one event of an act to the room.
/// @throws InvariantBroken if it does not follow from the room as it is; the room is then lost.
void fold(Room& room, const Act& act, const Event& event);

/// Whether an event outside the proceedings still changes them: then it is applied again when Undo
/// takes back an earlier act of the floor.
[[nodiscard]] bool stays_when_undone(const Event& event);

}  // namespace rostrum
