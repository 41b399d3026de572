#pragma once

#include "floor/programme.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// Returns the programme that the room follows now, with the names that are not withheld.
[[nodiscard]] PlannedRoom plan_of(const Room& room);

}  // namespace rostrum
