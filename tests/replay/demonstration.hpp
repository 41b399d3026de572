#pragma once

#include "floor/programme.hpp"

namespace rostrum::replay {

/// The room of the demonstration programme, on the days of April 2018 on which it was.
/// @throws std::runtime_error if the programme has a fault.
[[nodiscard]] PlannedRoom demonstration();

}  // namespace rostrum::replay
