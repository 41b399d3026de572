#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/chance.hpp"

/// The secrets that open a room: 26 letters and digits of Crockford's base 32, 130 bits of chance.
namespace rostrum::store {

[[nodiscard]] std::string draw_token(const Chance& chance);

/// A token as people type it: spaces and dashes, upper case, and o for 0, i or l for 1. None if
/// that is no token.
[[nodiscard]] std::optional<std::string> read_token(std::string_view typed);

}  // namespace rostrum::store
