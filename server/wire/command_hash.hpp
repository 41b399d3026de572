#pragma once

#include <cstdint>

#include "floor/command.hpp"

namespace rostrum::wire {

/// Distinguishes commands by their kinds and fields, within one run of the program.
[[nodiscard]] std::uint64_t command_hash(const Command& command);

}  // namespace rostrum::wire
