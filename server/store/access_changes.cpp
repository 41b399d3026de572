#include "store/access_changes.hpp"

#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "store/file_id.hpp"
#include "store/hexadecimal.hpp"
#include "store/token_rows.hpp"

namespace rostrum::store {
namespace {

constexpr std::string_view row_of_a_change =
    "CASE WHEN ended THEN NULL WHEN tokens.id IS NOT NULL THEN json_object("
    "'hash', lower(hex(tokens.hash)), 'room', tokens.room, 'role', tokens.role, "
    "'label', tokens.label, 'issued_at_unix_ms', tokens.issued_at_unix_ms, "
    "'expires_at_unix_ms', tokens.expires_at_unix_ms, 'printed', tokens.printed, "
    "'used', tokens.used, 'code_hash', lower(hex(tokens.code_hash)), "
    "'number', screens.number, 'name', screens.name, 'scene', screens.scene) "
    "ELSE json_object('number', cards.number, 'room', cards.room, "
    "'state_code', cards.state_code, 'name', cards.name, 'delegation', cards.delegation, "
    "'meeting', cards.meeting, 'identity', cards.identity, "
    "'issued_at_unix_ms', cards.issued_at_unix_ms, "
    "'replaced_at_unix_ms', cards.replaced_at_unix_ms) END";

/// Numbers of before have fewer bits (access_schema.cpp, next_number).
constexpr int bits_of_chance = 28;
/// Numbers from when a server was alone. Copies of one folder come to the same.
void renumber(const Database& database, const std::string& table, const std::string& what) {
    std::vector<std::pair<std::int64_t, std::int64_t>> numbers;
    Statement row = database.prepare("SELECT number, lower(substr(hex(sha256(" + what + ")), 1, " +
                                     std::to_string(bits_of_chance / 4) + ")) FROM " + table +
                                     " WHERE number < ?1 AND " + "seal IS (SELECT seal FROM " +
                                     table.substr(0, table.size() - 1) +
                                     "_seals AS sound WHERE sound.number = " + table + ".number)");
    row.with(std::int64_t{1} << unsigned{bits_of_chance});
    while (row.next()) {
        const std::string_view digits = row.bytes(1);
        std::int64_t chance = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), chance, 16);
        numbers.emplace_back(row.integer(0), (row.integer(0) << unsigned{bits_of_chance}) | chance);
    }
    Statement give = database.prepare("UPDATE " + table + " SET number = ?2 WHERE number = ?1");
    Statement seal = database.prepare(
        "UPDATE " + table + " SET seal = (SELECT seal FROM " + table.substr(0, table.size() - 1) +
        "_seals AS sound WHERE sound.number = " + table + ".number) WHERE number = ?");
    for (const auto& [before, after] : numbers) {
        give.with(before, after).run();
        seal.with(after).run();
    }
}

/// What has no change, which a damaged file may lack.
constexpr std::string_view note_the_rest =
    "INSERT INTO changes (key, version, place, until, is_own) "
    "SELECT key, 0, latest + row_number() OVER (), until, 0 FROM sync, ("
    "SELECT id AS key, expires_at_unix_ms AS until FROM tokens UNION ALL "
    "SELECT code_hash, 253402300799999 FROM cards) WHERE key NOT IN (SELECT key FROM changes)";

}  // namespace

void join_access(Database& database, const std::filesystem::path& file, Instant now,
                 const RandomBytes& random_bytes) {
    constexpr std::size_t id_size = 16;
    const auto id = file_id_of(file);
    const std::string name =
        id ? std::to_string(id->device) + ":" + std::to_string(id->number) : "";
    Transaction transaction(database);
    drop_expired(database, now);
    database.prepare(note_the_rest).run();
    database.execute(
        "UPDATE sync SET latest = max(latest, (SELECT coalesce(max(place), 0) FROM changes))");
    // In a copy, what is printed is another server's.
    database
        .prepare("UPDATE changes SET is_own = 0 WHERE is_own AND (SELECT file FROM sync) IS NOT ?")
        .with(std::string_view(name))
        .run();
    renumber(database, "screens", "token");
    renumber(database, "cards",
             "json_array(room, state_code, name, delegation, meeting, issued_at_unix_ms)");
    database.prepare("UPDATE sync SET several = 1, folder = ?, file = ?")
        .with(std::string_view(hexadecimal(random_bytes(id_size))), std::string_view(name))
        .run();
    transaction.commit();
}

std::string access_changes(const Database& database, std::string_view request, std::size_t most) {
    std::int64_t after = 0;
    {
        Statement asked = database.prepare(
            "SELECT iif(folder IS ?1 ->> 'folder', coalesce(?1 ->> 'after', 0), 0), "
            "latest FROM sync");
        asked.with(request);
        if (!asked.next()) throw SqliteError("it is damaged");
        after = asked.integer(0);
        if (after == asked.integer(1)) return {};
    }
    std::string query =
        "SELECT json_object('folder', folder, 'after', ?1, "
        "'place', iif(count(place) < ?2, latest, max(place)), 'more', count(place) >= ?2, "
        "'changes', json_group_array(json(change)) FILTER (WHERE place IS NOT NULL)) "
        "FROM sync LEFT JOIN (SELECT place, json_object("
        "iif(typeof(key) = 'text', 'token', 'card'), "
        "iif(typeof(key) = 'text', key, lower(hex(key))), "
        "'version', version, 'until', until, 'row', json(";
    query.append(row_of_a_change)
        .append(
            ")) AS change FROM changes LEFT JOIN tokens ON tokens.id = key "
            "LEFT JOIN screens ON screens.token = tokens.id "
            "LEFT JOIN cards ON cards.code_hash = key "
            "WHERE place > ?1 "
            "AND (ended OR tokens.id IS NOT NULL OR cards.number IS NOT NULL) "
            "ORDER BY place LIMIT ?2)");
    Statement answer = database.prepare(query);
    answer.with(after, static_cast<std::int64_t>(most));
    answer.next();
    return std::string(answer.bytes(0));
}

std::string access_request(const AccessPlace& known) {
    return R"({"folder": ")" + known.folder + R"(", "after": )" + std::to_string(known.place) + "}";
}

}  // namespace rostrum::store
