#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rooms/ports.hpp"
#include "store/sqlite.hpp"

/// How access.db stores tokens.
namespace rostrum::store {

/// The origin of a token.
enum class Origin : std::uint8_t {
    /// Issued by `rostrum token`: valid until it expires.
    issued,
    /// Printed or shown by a run of `serve`: valid during that run, and afterwards if it was used.
    printed,
};

void drop_expired(const Database& database, Instant now);

struct TokenRow {
    const rooms::Grant& grant;
    std::string_view label;
    Instant issued_at;
    Instant expires_at;
    Origin origin{};
    /// The number of the card that it belongs to.
    std::optional<std::int64_t> card = std::nullopt;
};
/// Stores a token with its grant.
void insert_token(const Database& database, std::string_view token, const TokenRow& row);

/// Whether the token is valid. Unlike admitting it, this does not count as a use.
[[nodiscard]] bool is_open(const Database& database, std::string_view token, Instant now);

/// Compares in constant time.
[[nodiscard]] bool are_same_hash(std::string_view a, std::string_view b);

}  // namespace rostrum::store
