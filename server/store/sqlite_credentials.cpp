#include "store/sqlite_credentials.hpp"

#include <exception>
#include <mutex>
#include <set>
#include <utility>

#include "store/access_schema.hpp"
#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "store/store_error.hpp"
#include "store/token.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

/// @param columns before those of the grant.
std::string grant_query(std::string_view columns, std::string_view where) {
    std::string query = "SELECT ";
    query.append(columns).append(", ").append(grant_columns);
    return query.append(" FROM ").append(grant_tables).append(" WHERE ").append(where);
}

/// Uses its own connection. If noting the use fails, the next use notes it.
void mark_used(const std::filesystem::path& path, const std::set<std::string>& ids) {
    try {
        Database database = connect(path);
        Transaction transaction(database);
        Statement mark = database.prepare("UPDATE tokens SET used = 1 WHERE id = ?");
        for (const std::string& id : ids) mark.with(std::string_view(id)).run();
        transaction.commit();
    } catch (const SqliteError&) {
        return;
    }
}

}  // namespace

SqliteCredentials::SqliteCredentials(const std::filesystem::path& folder, rooms::Clock& clock,
                                     RandomBytes random_bytes, std::shared_ptr<Worker> worker)
    : path_(access_of(folder)),
      clock_(clock),
      random_bytes_(std::move(random_bytes)),
      database_(open_or_make(path_, access_schema())),
      worker_(std::move(worker)) {}

template <class Do>
auto SqliteCredentials::asking(Do action) {
    try {
        if (!database_) database_.emplace(connect(path_));
        return action(*database_);
    } catch (const std::exception& error) {
        database_.reset();
        throw StoreError("The list of tokens " + path_.string() +
                         " cannot be used: " + error.what() + ".");
    }
}

std::string SqliteCredentials::issue(const rooms::Grant& grant, const std::string& label,
                                     Instant expires_at, Origin origin) {
    return asking([&](const Database& database) {
        drop_expired(database, clock_.now());
        return insert(database, grant, label, expires_at, origin);
    });
}

std::string SqliteCredentials::insert(const Database& database, const rooms::Grant& grant,
                                      std::string_view label, Instant expires_at, Origin origin) {
    std::string token = draw_token(random_bytes_);
    insert_token(database, token, {grant, label, clock_.now(), expires_at, origin});
    return token;
}

std::variant<SqliteCredentials::Rotated, SqliteCredentials::RotationFault>
SqliteCredentials::rotate(std::string_view id, Instant expires_at, Instant old_ends) {
    using Outcome = std::variant<Rotated, RotationFault>;
    version_.reset();
    return asking([&](Database& database) -> Outcome {
        drop_expired(database, clock_.now());
        Transaction transaction(database);
        Rotated rotated;
        std::string label;
        {
            Statement row = database.prepare(grant_query("label", "tokens.id = ?"));
            row.with(id);
            if (!row.next()) return RotationFault::unknown_token;
            label = row.bytes(0);
            rotated.grant = grant_of(row, 1);
        }
        if (rotated.grant.screen) return RotationFault::of_a_paired_screen;
        if (rotated.grant.holder) return RotationFault::of_a_card;
        rotated.token = insert(database, rotated.grant, label, expires_at, Origin::issued);
        database
            .prepare(
                "UPDATE tokens SET expires_at_unix_ms = min(expires_at_unix_ms, ?) "
                "WHERE id = ?")
            .with(unix_ms(old_ends), id)
            .run();
        drop_expired(database, clock_.now());
        transaction.commit();
        return rotated;
    });
}

std::optional<rooms::Grant> SqliteCredentials::admit(std::string_view typed) {
    const auto token = read_token(typed);
    if (!token) return std::nullopt;
    const std::string hash = sha256(*token);
    return asking([&](const Database& database) -> std::optional<rooms::Grant> {
        Statement row =
            database.prepare(grant_query("hash, expires_at_unix_ms, used", "tokens.id = ?"));
        row.with(std::string_view(token_id(hash)));
        if (!row.next() || !are_same_hash(row.bytes(0), hash)) return std::nullopt;
        if (row.integer(1) <= unix_ms(clock_.now())) return std::nullopt;
        if (row.integer(2) == 0) mark_used_later(token_id(hash));
        rooms::Grant grant = grant_of(row, 3);
        grant.token = token_id(hash);
        watched_[grant.token] = instant_from_unix_ms(row.integer(1));
        return grant;
    });
}

// A crowd that comes at once with one link needs one commit.
void SqliteCredentials::mark_used_later(const std::string& id) {
    const std::lock_guard lock(used_->mutex);
    const bool is_posted = !used_->ids.empty();
    used_->ids.insert(id);
    if (is_posted) return;
    worker_->post([path = path_, used = used_] {
        std::set<std::string> ids;
        {
            const std::lock_guard taking(used->mutex);
            std::swap(ids, used->ids);
        }
        mark_used(path, ids);
    });
}

// Every commit by another connection changes the file's data_version.
std::vector<std::string> SqliteCredentials::ended() {
    try {
        asking([&](const Database& database) {
            const std::int64_t version = database.number("PRAGMA data_version");
            if (version_ != version) read_watched(database);
            version_ = version;
        });
    } catch (const StoreError&) {
        version_.reset();
    }
    std::vector<std::string> ended;
    const Instant now = clock_.now();
    std::erase_if(watched_, [&](const auto& token) {
        if (token.second > now) return false;
        ended.push_back(token.first);
        return true;
    });
    return ended;
}

// A missing token has expired long ago.
void SqliteCredentials::read_watched(const Database& database) {
    Statement row = database.prepare("SELECT expires_at_unix_ms FROM tokens WHERE id = ?");
    for (auto& [id, ends_at] : watched_) {
        row.with(std::string_view(id));
        ends_at = row.next() ? instant_from_unix_ms(row.integer(0)) : Instant{};
    }
}

std::vector<TokenInfo> SqliteCredentials::list() {
    return asking([&](const Database& database) {
        Statement row = database.prepare(
            grant_query("id, label, tokens.issued_at_unix_ms, expires_at_unix_ms, printed, used",
                        "expires_at_unix_ms > ? ORDER BY tokens.issued_at_unix_ms DESC, id"));
        row.with(unix_ms(clock_.now()));
        std::vector<TokenInfo> tokens;
        while (row.next())
            tokens.push_back(
                {std::string(row.bytes(0)), grant_of(row, 6), std::string(row.bytes(1)),
                 instant_from_unix_ms(row.integer(2)), instant_from_unix_ms(row.integer(3)),
                 row.integer(4) != 0 ? Origin::printed : Origin::issued, row.integer(5) != 0});
        return tokens;
    });
}

bool SqliteCredentials::revoke(std::string_view id) {
    version_.reset();
    return asking([&](const Database& database) {
        database.prepare("DELETE FROM tokens WHERE id = ?").with(id).run();
        return database.number("SELECT changes()") != 0;
    });
}

std::int64_t SqliteCredentials::drop_damaged() {
    return asking([](Database& database) {
        Transaction transaction(database);
        const auto drop = [&](std::string_view sql) {
            database.prepare(sql).run();
            return database.number("SELECT changes()");
        };
        const std::int64_t latest = database.number("SELECT latest FROM sync");
        // The tokens of a card go with it, and a token goes with its screen.
        std::int64_t dropped = drop(
            "DELETE FROM cards WHERE seal IS NOT (SELECT seal FROM card_seals AS sound "
            "WHERE sound.number = cards.number)");
        dropped += drop(
            "DELETE FROM tokens WHERE seal IS NOT (SELECT seal FROM token_seals AS sound "
            "WHERE sound.id = tokens.id) OR (code_hash IS NOT NULL AND "
            "code_hash NOT IN (SELECT code_hash FROM cards)) "
            "OR id IN (SELECT token FROM screens WHERE seal IS NOT "
            "(SELECT seal FROM screen_seals AS sound WHERE sound.number = screens.number))");
        dropped += drop(
            "DELETE FROM screens WHERE seal IS NOT (SELECT seal FROM screen_seals AS sound "
            "WHERE sound.number = screens.number)");
        // Another server may have what this one lost: nothing of it has ended.
        database.prepare("DELETE FROM changes WHERE place > ?").with(latest).run();
        drop(
            "DELETE FROM changes WHERE ended = 0 AND key NOT IN (SELECT id FROM tokens) AND "
            "key NOT IN (SELECT code_hash FROM cards)");
        transaction.commit();
        return dropped;
    });
}

void SqliteCredentials::drop_unused_printed() {
    asking([](const Database& database) {
        database
            .prepare(
                "DELETE FROM tokens WHERE printed = 1 AND used = 0 "
                "AND id NOT IN (SELECT key FROM changes WHERE is_own = 0)")
            .run();
    });
}

}  // namespace rostrum::store
