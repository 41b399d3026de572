#pragma once

#include "floor/instant.hpp"
#include "floor/programme.hpp"

namespace rostrum {

/// The programme with its earliest meeting at `first_start`, and every other as long after that one
/// as it was: breaks stay as long, and days a day apart.
[[nodiscard]] Programme moved_to(Programme programme, Instant first_start);

}  // namespace rostrum
