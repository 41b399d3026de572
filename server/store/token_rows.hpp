#pragma once

#include <cstdint>
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

/// Drops tokens that have expired, and what is known of those that ended. A token whose time was
/// shortened is known to have ended until its first time is over: another server may not have heard
/// of it.
void drop_expired(const Database& database, Instant now);

struct TokenRow {
    const rooms::Grant& grant;
    std::string_view label;
    Instant issued_at;
    Instant expires_at;
    Origin origin{};
    /// The hash of the code of the card that it belongs to; empty without one.
    std::string_view code_hash{};
};
/// Stores a token with its grant.
void insert_token(const Database& database, std::string_view token, const TokenRow& row);

/// Whether the token is valid. Unlike admitting it, this does not count as a use.
[[nodiscard]] bool is_open(const Database& database, std::string_view token, Instant now);

/// Compares in constant time.
[[nodiscard]] bool are_same_hash(std::string_view a, std::string_view b);

}  // namespace rostrum::store
