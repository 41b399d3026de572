#pragma once

#include "floor/room.hpp"

namespace rostrum::wire {

/// A room in the middle of a meeting, with something in every field that can hold something. Not
/// the work of any rules: what it says need not be possible.
[[nodiscard]] Room sample_room();

}  // namespace rostrum::wire
