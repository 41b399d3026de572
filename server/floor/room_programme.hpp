#pragma once

#include "floor/programme.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// The programme that the room follows now, with the names that are told.
[[nodiscard]] PlannedRoom plan_of(const Room& room);

}  // namespace rostrum
