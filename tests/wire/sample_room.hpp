#pragma once

#include "floor/room.hpp"

namespace rostrum::wire {

/// A room in the middle of a meeting, with every field filled. It need not be possible by the
/// rules.
[[nodiscard]] Room sample_room();

}  // namespace rostrum::wire
