#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/random_bytes.hpp"

/// Secrets that open a room: 26 characters of Crockford's base 32, 130 random bits.
namespace rostrum::store {

[[nodiscard]] std::string draw_token(const RandomBytes& random_bytes);

/// Reads a token as people type it: ignores spaces and dashes, accepts upper case, o for 0, i or l
/// for 1. nullopt if it is not a token.
[[nodiscard]] std::optional<std::string> read_token(std::string_view typed);

}  // namespace rostrum::store
