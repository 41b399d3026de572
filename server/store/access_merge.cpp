#include "store/access_merge.hpp"

#include <algorithm>
#include <chrono>
#include <compare>
#include <exception>
#include <tuple>
#include <utility>

#include "store/hexadecimal.hpp"
#include "store/screen_rows.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

/// Numbers have 63 bits. Nobody makes so many changes.
constexpr std::int64_t greatest_version = std::int64_t{1} << 34U;
/// As the schema has it.
constexpr std::chrono::days end_is_known_for{366};

/// The key of a change.
struct Key {
    bool is_card = false;
    /// A token's id, or the hash of a code.
    std::string bytes;
    friend auto operator<=>(const Key&, const Key&) = default;
};

struct Change {
    Key key;
    std::int64_t version = 0;
    std::int64_t until = 0;
    /// JSON; empty if it has ended.
    std::string row;
    /// Of a token.
    std::string hash;
    std::string code_hash;
    bool has_screen = false;
};

struct Standing {
    bool is_known = false;
    bool has_ended = false;
    std::int64_t version = 0;
};

/// Runs a statement that begins with the key.
template <class... Values>
Statement with_key(const Database& database, std::string_view sql, const Key& key,
                   const Values&... values) {
    Statement statement = database.prepare(sql);
    if (key.is_card)
        statement.with(Blob{key.bytes}, values...);
    else
        statement.with(std::string_view(key.bytes), values...);
    return statement;
}

Standing standing_of(const Database& database, const Key& key) {
    Statement row = with_key(database, "SELECT ended, version FROM changes WHERE key = ?", key);
    if (!row.next()) return {};
    return {.is_known = true, .has_ended = row.integer(0) != 0, .version = row.integer(1)};
}

/// Other servers learn of it from this one too.
void note(const Database& database, const Key& key, std::int64_t version, std::int64_t until,
          bool has_ended) {
    database.prepare("UPDATE sync SET latest = max(latest, ?) + 1").with(version).run();
    with_key(database,
             "INSERT INTO changes (key, version, place, until, ended, is_own) "
             "SELECT ?1, ?2, latest, ?3, ?4, 0 FROM sync WHERE true "
             "ON CONFLICT (key) DO UPDATE SET version = excluded.version, "
             "place = excluded.place, until = excluded.until, ended = excluded.ended",
             key, version, until, std::int64_t{has_ended})
        .run();
}

void end(const Database& database, const Key& key, std::int64_t version, std::int64_t until) {
    with_key(
        database,
        key.is_card ? "DELETE FROM cards WHERE code_hash = ?" : "DELETE FROM tokens WHERE id = ?",
        key)
        .run();
    note(database, key, version, until, true);
}

/// Ends what cannot be beside this change, or this if one of those is newer.
/// @param rivals yields keys and versions
/// @returns whether the change prevails
bool prevails(const Database& database, const Change& change, Statement rivals, Instant now) {
    const std::int64_t known_until = unix_ms(now + end_is_known_for);
    std::vector<std::pair<std::int64_t, Key>> found;
    while (rivals.next())
        found.emplace_back(rivals.integer(1),
                           Key{change.key.is_card, std::string(rivals.bytes(0))});
    if (std::ranges::any_of(found, [&](const auto& rival) {
            return rival > std::pair(change.version, change.key);
        })) {
        end(database, change.key, change.version, std::min(change.until, known_until));
        return false;
    }
    for (const auto& [version, key] : found) end(database, key, version, known_until);
    return true;
}

void insert_card(const Database& database, const Change& change, Instant now) {
    Statement rivals = database.prepare(
        "SELECT cards.code_hash, coalesce(version, 0) FROM cards "
        "LEFT JOIN changes ON changes.key = cards.code_hash WHERE number = ?1 ->> 'number' OR "
        "(room, state_code, name, delegation, meeting) = (?1 ->> 'room', ?1 ->> 'state_code', "
        "?1 ->> 'name', ?1 ->> 'delegation', ?1 ->> 'meeting') OR "
        "(room, identity) = (?1 ->> 'room', ?1 ->> 'identity')");
    rivals.with(std::string_view(change.row));
    if (!prevails(database, change, std::move(rivals), now)) return;
    with_key(database,
             "INSERT INTO cards (code_hash, number, room, state_code, name, delegation, meeting, "
             "identity, issued_at_unix_ms, replaced_at_unix_ms) SELECT ?1, ?2 ->> 'number', "
             "?2 ->> 'room', ?2 ->> 'state_code', ?2 ->> 'name', ?2 ->> 'delegation', "
             "?2 ->> 'meeting', ?2 ->> 'identity', ?2 ->> 'issued_at_unix_ms', "
             "?2 ->> 'replaced_at_unix_ms'",
             change.key, std::string_view(change.row))
        .run();
    note(database, change.key, change.version, change.until, false);
}

void insert_token_of(const Database& database, const Change& change, Instant now) {
    const std::string_view row = change.row;
    Statement rivals = database.prepare(
        "SELECT token, coalesce(version, 0) FROM screens "
        "LEFT JOIN changes ON changes.key = token WHERE number = ?1 ->> 'number'");
    rivals.with(row);
    if (!prevails(database, change, std::move(rivals), now)) return;
    with_key(database,
             "INSERT INTO tokens (id, hash, code_hash, room, role, label, issued_at_unix_ms, "
             "expires_at_unix_ms, printed, used) SELECT ?1, ?3, nullif(?4, x''), ?2 ->> 'room', "
             "?2 ->> 'role', ?2 ->> 'label', ?2 ->> 'issued_at_unix_ms', "
             "?2 ->> 'expires_at_unix_ms', ?2 ->> 'printed', ?2 ->> 'used'",
             change.key, row, Blob{change.hash}, Blob{change.code_hash})
        .run();
    if (change.has_screen)
        with_key(database,
                 "INSERT INTO screens (token, number, name, scene) "
                 "SELECT ?1, ?2 ->> 'number', ?2 ->> 'name', ?2 ->> 'scene'",
                 change.key, row)
            .run();
    note(database, change.key, change.version, change.until, false);
}

rooms::Grant grant_of_token(const Database& database, const Key& key) {
    std::string query = "SELECT ";
    query.append(grant_columns).append(" FROM ").append(grant_tables);
    Statement row = with_key(database, query.append(" WHERE tokens.id = ?"), key);
    if (!row.next()) return {};
    rooms::Grant grant = grant_of(row, 0);
    grant.token = key.bytes;
    return grant;
}

/// @param version of what is here
void merge_token(const Database& database, const Change& change, std::int64_t version,
                 AppliedAccess& applied) {
    const std::string_view row = change.row;
    Statement both =
        with_key(database,
                 "SELECT expires_at_unix_ms > ?2 ->> 'expires_at_unix_ms' OR used < ?2 ->> 'used', "
                 "json_array(room, role, name, scene), "
                 "json_array(?2 ->> 'room', ?2 ->> 'role', ?2 ->> 'name', ?2 ->> 'scene') "
                 "FROM tokens LEFT JOIN screens ON token = id WHERE id = ?1",
                 change.key, row);
    if (!both.next()) return;
    const bool says_more = both.integer(0) != 0;
    const std::string here{both.bytes(1)};
    const std::string there{both.bytes(2)};
    const bool is_newer = std::tie(change.version, there) > std::tie(version, here);
    if (is_newer) {
        with_key(database,
                 "UPDATE tokens SET room = ?2 ->> 'room', role = ?2 ->> 'role' WHERE id = ?1",
                 change.key, row)
            .run();
        with_key(database,
                 "UPDATE screens SET name = ?2 ->> 'name', scene = ?2 ->> 'scene' "
                 "WHERE token = ?1",
                 change.key, row)
            .run();
        if (change.has_screen && there != here)
            applied.reassigned.push_back(grant_of_token(database, change.key));
    }
    if (says_more)
        with_key(database,
                 "UPDATE tokens SET used = max(used, ?2 ->> 'used'), expires_at_unix_ms = "
                 "min(expires_at_unix_ms, ?2 ->> 'expires_at_unix_ms') WHERE id = ?1",
                 change.key, row)
            .run();
    if (is_newer || says_more)
        note(database, change.key, std::max(version, change.version), change.until, false);
}

void apply(const Database& database, const Change& change, Instant now, AppliedAccess& applied) {
    const Standing here = standing_of(database, change.key);
    if (here.has_ended) return;
    if (change.row.empty())
        return end(database, change.key, std::max(here.version, change.version), change.until);
    if (change.key.is_card) {
        if (!here.is_known) insert_card(database, change, now);
        return;
    }
    // What its card opened has ended with the code.
    if (!change.code_hash.empty() && standing_of(database, {true, change.code_hash}).has_ended)
        return;
    if (here.is_known)
        merge_token(database, change, here.version, applied);
    else
        insert_token_of(database, change, now);
}

bool is_of_this_version(const Statement& row, int role, int scene) {
    try {
        if (!row.is_null(role))
            static_cast<void>(wire::role_from_number(static_cast<int>(row.integer(role))));
        if (!row.is_null(scene))
            static_cast<void>(wire::scene_from_number(static_cast<int>(row.integer(scene))));
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

std::vector<Change> read_changes(const Database& database, std::string_view answer, Instant now) {
    Statement row = database.prepare(
        "SELECT value ->> 'token', value ->> 'card', value ->> 'version', value ->> 'until', "
        "nullif(value -> 'row', 'null'), value ->> '$.row.hash', value ->> '$.row.code_hash', "
        "value ->> '$.row.number', value ->> '$.row.role', value ->> '$.row.scene' "
        "FROM json_each(?, '$.changes')");
    row.with(answer);
    std::vector<Change> changes;
    while (row.next()) {
        if (row.is_null(0) == row.is_null(1) || !is_of_this_version(row, 8, 9)) continue;
        Change change{.key = {.is_card = row.is_null(0), .bytes = std::string(row.bytes(0))},
                      .version = row.integer(2),
                      .until = row.integer(3),
                      .row = std::string(row.bytes(4)),
                      .hash = from_hexadecimal(row.bytes(5)),
                      .code_hash = from_hexadecimal(row.bytes(6)),
                      .has_screen = !row.is_null(7)};
        if (change.key.is_card) change.key.bytes = from_hexadecimal(row.bytes(1));
        if (change.version < 0 || change.version > greatest_version)
            throw SqliteError("another server sent a version that nobody has");
        if (change.until > unix_ms(now)) changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace

AppliedAccess apply_access(Database& database, std::string_view answer, Instant now) {
    Transaction transaction(database);
    AppliedAccess applied;
    {
        Statement row = database.prepare(
            "SELECT ?1 ->> 'folder', ?1 ->> 'after', ?1 ->> 'place', ?1 ->> 'more'");
        row.with(answer).next();
        applied = {.after = row.integer(1),
                   .known = {.folder = std::string(row.bytes(0)), .place = row.integer(2)},
                   .is_more = row.integer(3) != 0,
                   .reassigned = {}};
    }
    const std::vector<Change> changes = read_changes(database, answer, now);
    const std::int64_t before = database.number("SELECT latest FROM sync");
    database.execute("UPDATE sync SET applying = 1");
    for (const Change& change : changes) apply(database, change, now, applied);
    database.execute("UPDATE sync SET applying = 0");
    // What this server knows already is not worth a commit.
    if (database.number("SELECT latest FROM sync") != before) transaction.commit();
    return applied;
}

}  // namespace rostrum::store
