#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/random_bytes.hpp"

/// The code on a card: six letters, 26.4 random bits. The server limits how often it may be guessed
/// (net/card_guesses.hpp).
namespace rostrum::store {

[[nodiscard]] std::string draw_card_code(const RandomBytes& random_bytes);

/// Reads a code as people type it: ignores case, spaces and dashes. nullopt if it is no code.
[[nodiscard]] std::optional<std::string> read_card_code(std::string_view typed);

}  // namespace rostrum::store
