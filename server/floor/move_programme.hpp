#pragma once

#include "floor/instant.hpp"
#include "floor/programme.hpp"

namespace rostrum {

/// Moves the programme so that its earliest meeting starts at `first_start`. Keeps all distances:
/// breaks stay as long, and days a day apart.
[[nodiscard]] Programme moved_to(Programme programme, Instant first_start);

}  // namespace rostrum
