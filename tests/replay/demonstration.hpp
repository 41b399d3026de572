#pragma once

#include "floor/programme.hpp"

namespace rostrum::replay {

/// The room of the demonstration programme, on its dates in April 2018.
/// @throws std::runtime_error if the programme has a fault.
[[nodiscard]] PlannedRoom demonstration();

}  // namespace rostrum::replay
