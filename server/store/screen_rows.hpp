#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "chamber/ports.hpp"
#include "store/sqlite.hpp"

/// How access.db writes tokens and screens.
namespace rostrum::store {

/// The short and public id of a token, of its hash.
[[nodiscard]] std::string token_id(std::string_view hash);

[[nodiscard]] std::string screen_id(std::int64_t number);
/// None for what is no screen's id.
[[nodiscard]] std::optional<std::int64_t> screen_number(std::string_view id);

/// The columns room, role, number, name and scene, from this one on; the last three are null where
/// no screen has the token.
[[nodiscard]] chamber::Grant grant_of(const Statement& row, int column);

}  // namespace rostrum::store
