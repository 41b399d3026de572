#include "store/log_schema.hpp"

#include <array>

namespace rostrum::store {
namespace {

// Erasing a name replaces an event's payload by one without it, removes its salt, and sets
// `erased`. The chain runs over payload_hash, which stays. Without the salt nobody can find the
// name by trying.
constexpr std::string_view log_version_1 = R"sql(
CREATE TABLE meta (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    log_id   TEXT NOT NULL
) STRICT;

CREATE TABLE acts (
    room       TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    at_unix_ms INTEGER NOT NULL,
    role       INTEGER NOT NULL,
    device     TEXT NOT NULL,
    command_id TEXT NOT NULL,
    kind       INTEGER NOT NULL,
    chain      BLOB NOT NULL,
    PRIMARY KEY (room, revision),
    UNIQUE (room, command_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    room         TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    payload      BLOB NOT NULL,
    salt         BLOB NOT NULL,
    payload_hash BLOB NOT NULL,
    erased       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (room, revision, position),
    FOREIGN KEY (room, revision) REFERENCES acts (room, revision)
) STRICT, WITHOUT ROWID;
)sql";

// Set by an erasure: the journal (1), or the file as well (2), may still hold the name in places
// that no query reaches.
constexpr std::string_view log_version_2 =
    "ALTER TABLE meta ADD COLUMN wiping_due INTEGER NOT NULL DEFAULT 0";

// A room's state at a revision, so that a start need not read all its acts. An older server must
// not write: it would erase a name from the acts and leave it in a snapshot.
constexpr std::string_view log_version_3 = R"sql(
CREATE TABLE snapshots (
    room     TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    chain    BLOB NOT NULL,
    format   INTEGER NOT NULL,
    bytes    BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
)sql";

// Finds the names of a room (events with the number of SpeakerNamed) without reading its acts,
// while other rooms wait for the commit. Earlier servers have left copies of rows in the file.
constexpr std::string_view log_version_4 = R"sql(
CREATE INDEX names ON events (room, payload) WHERE number = 3 AND erased = 0;
UPDATE meta SET wiping_due = 2;
)sql";

// Names of acts that other servers decide, until those acts come.
constexpr std::string_view log_version_5 = R"sql(
CREATE TABLE held_names (
    payload_hash BLOB NOT NULL PRIMARY KEY,
    payload      BLOB NOT NULL,
    salt         BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array log_steps{log_version_1, log_version_2, log_version_3, log_version_4,
                               log_version_5};

}  // namespace

const Schema& log_schema() {
    // The letters RLOG.
    static constexpr Schema schema{"log", 0x524c4f47, log_steps};
    return schema;
}

}  // namespace rostrum::store
