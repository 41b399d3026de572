#include "store/access_schema.hpp"

#include <array>
#include <system_error>

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

// A changed bit must not make a display's link the chair's: each row has a hash over what it says.
constexpr std::string_view access_version_3 = R"sql(
ALTER TABLE tokens ADD COLUMN seal BLOB;
ALTER TABLE screens ADD COLUMN seal BLOB;
CREATE VIEW token_seals AS SELECT id, sha256(quote(id) || quote(hash) || quote(room) ||
    quote(role) || quote(label) || quote(issued_at_unix_ms) || quote(expires_at_unix_ms) ||
    quote(printed) || quote(used)) AS seal FROM tokens;
CREATE VIEW screen_seals AS SELECT number, sha256(quote(number) || quote(token) || quote(name) ||
    quote(scene)) AS seal FROM screens;
CREATE TRIGGER token_is_sealed AFTER INSERT ON tokens BEGIN
    UPDATE tokens SET seal = (SELECT seal FROM token_seals WHERE id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER changed_token_is_sealed AFTER UPDATE OF room, role, expires_at_unix_ms, used ON tokens
BEGIN
    UPDATE tokens SET seal = (SELECT seal FROM token_seals WHERE id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER screen_is_sealed AFTER INSERT ON screens BEGIN
    UPDATE screens SET seal = (SELECT seal FROM screen_seals WHERE number = new.number)
        WHERE number = new.number;
END;
CREATE TRIGGER changed_screen_is_sealed AFTER UPDATE OF name, scene ON screens BEGIN
    UPDATE screens SET seal = (SELECT seal FROM screen_seals WHERE number = new.number)
        WHERE number = new.number;
END;
UPDATE tokens SET used = used;
UPDATE screens SET scene = scene;
)sql";

// A card has one token for its link and one for each device that its code opened. The seal of a
// token of no card stays what it was.
constexpr std::string_view access_version_4 = R"sql(
CREATE TABLE cards (
    number              INTEGER PRIMARY KEY AUTOINCREMENT,
    room                TEXT NOT NULL,
    state_code          TEXT NOT NULL,
    name                TEXT NOT NULL,
    delegation          TEXT NOT NULL,
    meeting             TEXT NOT NULL,
    identity            TEXT,
    code_hash           BLOB NOT NULL UNIQUE,
    issued_at_unix_ms   INTEGER NOT NULL,
    replaced_at_unix_ms INTEGER,
    seal                BLOB,
    UNIQUE (room, state_code, name, delegation, meeting),
    UNIQUE (room, identity)
) STRICT;
ALTER TABLE tokens ADD COLUMN card INTEGER;
CREATE INDEX tokens_by_card ON tokens (card) WHERE card IS NOT NULL;
CREATE TRIGGER tokens_go_with_their_card AFTER DELETE ON cards BEGIN
    DELETE FROM tokens WHERE card = old.number;
END;
DROP VIEW token_seals;
CREATE VIEW token_seals AS SELECT id, sha256(quote(id) || quote(hash) || quote(room) ||
    quote(role) || quote(label) || quote(issued_at_unix_ms) || quote(expires_at_unix_ms) ||
    quote(printed) || quote(used) || coalesce(',' || card, '')) AS seal FROM tokens;
CREATE VIEW card_seals AS SELECT number, sha256(quote(number) || quote(room) ||
    quote(state_code) || quote(name) || quote(delegation) || quote(meeting) || quote(identity) ||
    quote(code_hash) || quote(issued_at_unix_ms) || quote(replaced_at_unix_ms)) AS seal FROM cards;
CREATE TRIGGER card_is_sealed AFTER INSERT ON cards BEGIN
    UPDATE cards SET seal = (SELECT seal FROM card_seals WHERE number = new.number)
        WHERE number = new.number;
END;
CREATE TRIGGER changed_card_is_sealed AFTER UPDATE OF code_hash, replaced_at_unix_ms ON cards BEGIN
    UPDATE cards SET seal = (SELECT seal FROM card_seals WHERE number = new.number)
        WHERE number = new.number;
END;
)sql";

constexpr std::array access_steps{access_version_1, access_version_2, access_version_3,
                                  access_version_4};

}  // namespace

const Schema& access_schema() {
    // The letters RACC.
    static constexpr Schema schema{"list of tokens", 0x52414343, access_steps};
    return schema;
}

void empty_access_journal(const std::filesystem::path& folder) {
    const std::filesystem::path path = access_of(folder);
    std::error_code error;
    const auto size = std::filesystem::file_size(journal_of(path), error);
    if (error || size == 0) return;
    try {
        connect(path).empty_journal(0);
    } catch (const SqliteError&) {
        // It stays in the journal until the next time.
        return;
    }
}

}  // namespace rostrum::store
