#pragma once

#include <string>

#include "floor/instant.hpp"

namespace rostrum::app {

/// As an operator reads it: `2018-04-11 07:00 UTC`.
[[nodiscard]] std::string utc(Instant instant);
/// `2018-04-11`.
[[nodiscard]] std::string utc_day(Instant instant);

}  // namespace rostrum::app
