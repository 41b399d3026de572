#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rooms/ports.hpp"
#include "store/sqlite.hpp"

/// How access.db stores tokens and screens.
namespace rostrum::store {

/// The short public id of a token, from its hash.
[[nodiscard]] std::string token_id(std::string_view hash);

[[nodiscard]] std::string screen_id(std::int64_t number);
/// nullopt for anything else than a screen's id.
[[nodiscard]] std::optional<std::int64_t> screen_number(std::string_view id);

/// Reads the columns room, role, number, name and scene, starting at this one; the last three are
/// null if no screen has the token.
[[nodiscard]] rooms::Grant grant_of(const Statement& row, int column);

}  // namespace rostrum::store
