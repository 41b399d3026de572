#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "store/log_check.hpp"

namespace rostrum::app {

/// Formats the result of a verification: a line for each room, and one for each break, as `rostrum
/// verify` prints it.
void print(std::ostream& out, const store::LogCheck& check);

/// `1 act`, `2 acts`.
[[nodiscard]] std::string count(std::uint64_t number, const std::string& one);

}  // namespace rostrum::app
