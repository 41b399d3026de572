#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rooms/ports.hpp"
#include "store/sqlite.hpp"

/// How access.db stores tokens, screens and cards.
namespace rostrum::store {

/// The short public id of a token, from its hash.
[[nodiscard]] std::string token_id(std::string_view hash);

[[nodiscard]] std::string screen_id(std::int64_t number);
/// nullopt for anything else than a screen's id.
[[nodiscard]] std::optional<std::int64_t> screen_number(std::string_view id);

/// The columns of a grant, and the tables that have them.
constexpr std::string_view grant_columns =
    "tokens.room, tokens.role, screens.number, screens.name, screens.scene, cards.state_code, "
    "cards.name, cards.delegation, cards.meeting";
/// A token of a card that is gone, or that has another code, opens nothing.
constexpr std::string_view grant_tables =
    "(SELECT * FROM tokens WHERE code_hash IS NULL OR code_hash IN (SELECT code_hash FROM cards)) "
    "AS tokens LEFT JOIN screens ON screens.token = tokens.id "
    "LEFT JOIN cards ON cards.code_hash = tokens.code_hash";

/// Reads the columns state_code, name, delegation and meeting of a card, starting at this one.
[[nodiscard]] CardHolder holder_of(const Statement& row, int column);
/// Reads `grant_columns`, starting at this one.
[[nodiscard]] rooms::Grant grant_of(const Statement& row, int column);

}  // namespace rostrum::store
