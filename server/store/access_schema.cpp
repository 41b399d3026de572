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

// What changes here, for the other servers of a record (access_changes.hpp). A token belongs to the
// code of its card, not to the card: another code ends it on every server. Its seal says so.
constexpr std::string_view access_version_5 = R"sql(
ALTER TABLE tokens ADD COLUMN code_hash BLOB;
UPDATE tokens SET code_hash = (SELECT cards.code_hash FROM cards WHERE number = card)
    WHERE card IS NOT NULL AND
        seal IS (SELECT seal FROM token_seals AS sound WHERE sound.id = tokens.id);
DROP TRIGGER tokens_go_with_their_card;
DROP INDEX tokens_by_card;
DROP VIEW token_seals;
CREATE VIEW token_seals AS SELECT id, sha256(quote(id) || quote(hash) || quote(room) ||
    quote(role) || quote(label) || quote(issued_at_unix_ms) || quote(expires_at_unix_ms) ||
    quote(printed) || quote(used) || iif(code_hash IS NULL, '', ',' || hex(code_hash))) AS seal FROM tokens;
UPDATE tokens SET seal = (SELECT seal FROM token_seals AS sound WHERE sound.id = tokens.id)
    WHERE code_hash IS NOT NULL;
ALTER TABLE tokens DROP COLUMN card;
CREATE INDEX tokens_by_code ON tokens (code_hash) WHERE code_hash IS NOT NULL;

CREATE TABLE sync (
    latest   INTEGER NOT NULL,            -- version or place that is in use
    several  INTEGER NOT NULL DEFAULT 0,  -- this is one of several servers, or was
    applying INTEGER NOT NULL DEFAULT 0,  -- what happens now is no change of this server
    folder   TEXT NOT NULL DEFAULT '',    -- differs at each start
    file     TEXT NOT NULL DEFAULT ''     -- differs after a copy
) STRICT;
CREATE TABLE changes (
    key     ANY PRIMARY KEY,              -- id of a token, or hash of the code of a card
    version INTEGER NOT NULL,
    place   INTEGER NOT NULL UNIQUE,      -- in the order of changes here
    until   INTEGER NOT NULL,             -- forgotten then
    ended   INTEGER NOT NULL DEFAULT 0,
    is_own  INTEGER NOT NULL DEFAULT 1    -- began here
) STRICT, WITHOUT ROWID;
INSERT INTO changes (key, version, place, until)
    SELECT key, 1, row_number() OVER (), until FROM (
        SELECT id AS key, expires_at_unix_ms AS until FROM tokens
        UNION ALL SELECT code_hash, 253402300799999 FROM cards);
INSERT INTO sync (latest) SELECT count(*) + 1 FROM changes;
CREATE VIEW next_number AS SELECT ((latest + 1) << 28) | (random() & 268435455) AS number
    FROM sync WHERE several;
CREATE VIEW an_end AS SELECT (unixepoch() + 31622400) * 1000 AS until;

CREATE TRIGGER token_begins AFTER INSERT ON tokens WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    INSERT INTO changes (key, version, place, until)
        SELECT new.id, latest, latest, new.expires_at_unix_ms FROM sync;
END;
CREATE TRIGGER token_is_assigned AFTER UPDATE OF room, role ON tokens
WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    UPDATE changes SET version = latest, place = latest FROM sync WHERE key = new.id;
END;
CREATE TRIGGER token_changes AFTER UPDATE OF expires_at_unix_ms, used ON tokens
WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    UPDATE changes SET place = latest FROM sync WHERE key = new.id;
END;
CREATE TRIGGER token_ends AFTER DELETE ON tokens WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    UPDATE changes SET ended = 1, place = latest, until = min(changes.until, an_end.until)
        FROM sync, an_end WHERE key = old.id;
END;
CREATE TRIGGER screen_is_assigned AFTER UPDATE OF name, scene ON screens
WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    UPDATE changes SET version = latest, place = latest FROM sync WHERE key = new.token;
END;
CREATE TRIGGER card_begins AFTER INSERT ON cards WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    INSERT INTO changes (key, version, place, until)
        SELECT new.code_hash, latest, latest, 253402300799999 FROM sync;
END;
CREATE TRIGGER card_ends AFTER DELETE ON cards WHEN (SELECT applying FROM sync) = 0 BEGIN
    UPDATE sync SET latest = latest + 1;
    UPDATE changes SET ended = 1, place = latest, until = an_end.until
        FROM sync, an_end WHERE key = old.code_hash;
END;
-- The end of its card's code is the end of a token: it needs no change of its own.
CREATE TRIGGER tokens_go_with_their_card AFTER DELETE ON cards BEGIN
    DELETE FROM changes
        WHERE key IN (SELECT id FROM tokens WHERE tokens.code_hash = old.code_hash);
    DELETE FROM tokens WHERE code_hash = old.code_hash;
END;
CREATE TRIGGER card_gets_another_code AFTER UPDATE OF code_hash ON cards BEGIN
    DELETE FROM changes
        WHERE key IN (SELECT id FROM tokens WHERE tokens.code_hash = old.code_hash);
    DELETE FROM tokens WHERE code_hash = old.code_hash;
    UPDATE sync SET latest = latest + 2;
    UPDATE changes SET ended = 1, place = latest - 1, until = an_end.until
        FROM sync, an_end WHERE key = old.code_hash;
    INSERT INTO changes (key, version, place, until)
        SELECT new.code_hash, latest, latest, 253402300799999 FROM sync;
END;
)sql";

constexpr std::array access_steps{access_version_1, access_version_2, access_version_3,
                                  access_version_4, access_version_5};

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
