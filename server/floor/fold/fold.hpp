#pragma once

#include "floor/act.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Puts one event of an act into the room.
/// @throws InvariantBroken if it does not follow from the room as it is; the room is then lost.
void fold(Room& room, const Act& act, const Event& event);

/// Whether an event beside the floor changes the proceedings: it is folded in again when an act of
/// the floor before it is taken back.
[[nodiscard]] bool stays_when_undone(const Event& event);

}  // namespace rostrum
