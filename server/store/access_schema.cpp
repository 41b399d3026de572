#include "store/access_schema.hpp"

#include <array>

namespace rostrum::store {
namespace {

// The id is the beginning of the hash: it finds the row, then the whole hash is compared.
constexpr std::string_view access_version_1 = R"sql(
CREATE TABLE tokens (
    id                 TEXT PRIMARY KEY,
    hash               BLOB NOT NULL,
    room               TEXT NOT NULL,
    role               INTEGER NOT NULL,
    label              TEXT NOT NULL,
    issued_at_unix_ms  INTEGER NOT NULL,
    expires_at_unix_ms INTEGER NOT NULL,
    printed            INTEGER NOT NULL,
    used               INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
)sql";

// A paired screen has a token that holds its room and role; deleting the token deletes the screen.
// Numbers are never reused.
constexpr std::string_view access_version_2 = R"sql(
CREATE TABLE screens (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    token           TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    scene           INTEGER NOT NULL,
    seen_at_unix_ms INTEGER
) STRICT;
CREATE TRIGGER screen_goes_with_its_token AFTER DELETE ON tokens BEGIN
    DELETE FROM screens WHERE token = old.id;
END;
)sql";

constexpr std::array access_steps{access_version_1, access_version_2};

}  // namespace

const Schema& access_schema() {
    // The letters RACC.
    static constexpr Schema schema{"list of tokens", 0x52414343, access_steps};
    return schema;
}

}  // namespace rostrum::store
