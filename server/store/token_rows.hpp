#pragma once

#include <cstdint>
#include <string_view>

#include "chamber/ports.hpp"
#include "store/sqlite.hpp"

/// How access.db writes tokens.
namespace rostrum::store {

/// How a token came to be.
enum class Origin : std::uint8_t {
    /// By `rostrum token`, for somebody: good until it expires.
    issued,
    /// Printed by a start of `serve`, or shown by it: good for that run, and from then on once it
    /// was used.
    printed,
};

void drop_expired(const Database& database, Instant now);

struct TokenRow {
    const chamber::Grant& grant;
    std::string_view label;
    Instant issued_at;
    Instant expires_at;
    Origin origin{};
};
/// From here on the token opens what is granted.
void insert_token(const Database& database, std::string_view token, const TokenRow& row);

/// Whether the token opens something. Unlike admitting it, this is no use of it.
[[nodiscard]] bool is_open(const Database& database, std::string_view token, Instant now);

/// In a time that tells nothing of them.
[[nodiscard]] bool are_same_hash(std::string_view a, std::string_view b);

}  // namespace rostrum::store
