#include "store/token_rows.hpp"

#include <string>

#include <openssl/crypto.h>

#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {

void drop_expired(const Database& database, Instant now) {
    database.prepare("DELETE FROM changes WHERE until <= ?").with(unix_ms(now)).run();
    database.prepare("DELETE FROM tokens WHERE expires_at_unix_ms <= ?").with(unix_ms(now)).run();
}

void insert_token(const Database& database, std::string_view token, const TokenRow& row) {
    const std::string hash = sha256(token);
    database
        .prepare(
            "INSERT INTO tokens (id, hash, room, role, label, issued_at_unix_ms, "
            "expires_at_unix_ms, printed, code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, "
            "x''))")
        .with(std::string_view(token_id(hash)), Blob{hash}, std::string_view(row.grant.room.value),
              std::int64_t{wire::role_number(row.grant.role)}, row.label, unix_ms(row.issued_at),
              unix_ms(row.expires_at), std::int64_t{row.origin == Origin::printed},
              Blob{row.code_hash})
        .run();
}

bool is_open(const Database& database, std::string_view token, Instant now) {
    const std::string hash = sha256(token);
    Statement row = database.prepare("SELECT hash, expires_at_unix_ms FROM tokens WHERE id = ?");
    row.with(std::string_view(token_id(hash)));
    return row.next() && are_same_hash(row.bytes(0), hash) && row.integer(1) > unix_ms(now);
}

bool are_same_hash(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace rostrum::store
