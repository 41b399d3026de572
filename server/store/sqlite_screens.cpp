#include "store/sqlite_screens.hpp"

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "floor/limits.hpp"
#include "store/access_schema.hpp"
#include "store/ask_worker.hpp"
#include "store/schema.hpp"
#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "store/sqlite.hpp"
#include "store/token.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

using rooms::RegistryFault;

std::vector<rooms::KnownScreen> read_screens(const Database& database) {
    std::string query = "SELECT seen_at_unix_ms, ";
    query.append(grant_columns).append(" FROM ").append(grant_tables);
    Statement row =
        database.prepare(query + " WHERE screens.number IS NOT NULL ORDER BY screens.number");
    std::vector<rooms::KnownScreen> screens;
    while (row.next()) {
        screens.push_back({.grant = grant_of(row, 1), .last_seen = std::nullopt});
        if (!row.is_null(0)) screens.back().last_seen = instant_from_unix_ms(row.integer(0));
    }
    return screens;
}

/// @return the new screen's number; nullopt if there are too many.
std::optional<std::int64_t> insert(Database& database, const rooms::Assignment& assignment,
                                   const std::string& hash, Instant now) {
    Transaction transaction(database);
    if (database.number("SELECT count(*) FROM screens") >=
        static_cast<std::int64_t>(most_paired_screens))
        return std::nullopt;
    const std::string token = token_id(hash);
    database
        .prepare(
            "INSERT INTO tokens (id, hash, room, role, label, issued_at_unix_ms, "
            "expires_at_unix_ms, printed, used) VALUES (?, ?, ?, ?, 'paired screen', ?, ?, 0, 1)")
        .with(std::string_view(token), Blob{hash}, std::string_view(assignment.room.value),
              std::int64_t{wire::role_number(assignment.role)}, unix_ms(now),
              unix_ms(limits::latest))
        .run();
    database
        .prepare(
            "INSERT INTO screens (number, token, name, scene) "
            "VALUES ((SELECT number FROM next_number), ?, ?, ?)")
        .with(std::string_view(token), std::string_view(assignment.name),
              std::int64_t{wire::scene_number(assignment.scene)})
        .run();
    const std::int64_t number = database.number("SELECT last_insert_rowid()");
    transaction.commit();
    return number;
}

/// The room that has a screen; nullopt if there is no such screen.
std::optional<RoomId> room_of(const Database& database, std::int64_t number) {
    Statement row = database.prepare(
        "SELECT room FROM tokens WHERE id = (SELECT token FROM screens WHERE number = ?)");
    row.with(number);
    if (!row.next()) return std::nullopt;
    return RoomId{std::string(row.bytes(0))};
}

void update(Database& database, std::int64_t number, const rooms::Assignment& assignment) {
    database
        .prepare(
            "UPDATE tokens SET room = ?, role = ? "
            "WHERE id = (SELECT token FROM screens WHERE number = ?)")
        .with(std::string_view(assignment.room.value),
              std::int64_t{wire::role_number(assignment.role)}, number)
        .run();
    database.prepare("UPDATE screens SET name = ?, scene = ? WHERE number = ?")
        .with(std::string_view(assignment.name), std::int64_t{wire::scene_number(assignment.scene)},
              number)
        .run();
}

void erase(Database& database, std::int64_t number) {
    database.prepare("DELETE FROM tokens WHERE id = (SELECT token FROM screens WHERE number = ?)")
        .with(number)
        .run();
}

void note_seen(const std::filesystem::path& path, const std::map<std::int64_t, Instant>& seen) {
    Database database = connect(path);
    Transaction transaction(database);
    Statement note = database.prepare("UPDATE screens SET seen_at_unix_ms = ? WHERE number = ?");
    for (const auto& [number, at] : seen) note.with(unix_ms(at), number).run();
    transaction.commit();
}

RegistryFault unavailable(const std::exception& /*error*/) {
    return RegistryFault::unavailable;
}

}  // namespace

SqliteScreens::SqliteScreens(const std::filesystem::path& folder, rooms::Clock& clock,
                             RandomBytes random_bytes, Executor executor,
                             std::shared_ptr<Worker> worker)
    : path_(access_of(folder)),
      clock_(clock),
      random_bytes_(std::move(random_bytes)),
      executor_(std::move(executor)),
      worker_(std::move(worker)) {
    open_or_make(path_, access_schema());
}

void SqliteScreens::list(Listed done) {
    ask_worker<std::variant<std::vector<rooms::KnownScreen>, RegistryFault>>(
        *worker_, path_, executor_, read_screens, unavailable, std::move(done));
}

void SqliteScreens::admit_screen(rooms::Assignment assignment, Admitted done) {
    using Outcome = std::variant<rooms::Issued, RegistryFault>;
    ask_worker<Outcome>(
        *worker_, path_, executor_,
        [token = draw_token(random_bytes_), now = clock_.now(),
         assignment = std::move(assignment)](Database& database) -> Outcome {
            const auto number = insert(database, assignment, sha256(token), now);
            if (!number) return RegistryFault::full;
            return rooms::Issued{
                token,
                {assignment.room, assignment.role,
                 rooms::PairedScreen{screen_id(*number), assignment.name, assignment.scene}}};
        },
        unavailable, std::move(done));
}

template <class Change>
void SqliteScreens::change(std::string_view screen, const RoomId& of, Done done, Change apply) {
    using Outcome = std::optional<RegistryFault>;
    ask_worker<Outcome>(
        *worker_, path_, executor_,
        [number = screen_number(screen), of,
         apply = std::move(apply)](Database& database) -> Outcome {
            Transaction transaction(database);
            const auto room = number ? room_of(database, *number) : std::nullopt;
            if (!room) return RegistryFault::unknown_screen;
            if (*room != of) return RegistryFault::elsewhere;
            apply(database, *number);
            transaction.commit();
            return std::nullopt;
        },
        unavailable, std::move(done));
}

void SqliteScreens::assign(std::string_view screen, const RoomId& of, rooms::Assignment assignment,
                           Done done) {
    change(screen, of, std::move(done),
           [assignment = std::move(assignment)](Database& database, std::int64_t number) {
               update(database, number, assignment);
           });
}

void SqliteScreens::remove(std::string_view screen, const RoomId& of, Done done) {
    change(screen, of, std::move(done), erase);
}

void SqliteScreens::seen(std::string_view screen) {
    const std::lock_guard lock(seen_->mutex);
    const bool is_posted = !seen_->at.empty();
    seen_->at[screen_number(screen).value_or(0)] = clock_.now();
    if (is_posted) return;
    worker_->post([path = path_, seen = seen_] {
        std::map<std::int64_t, Instant> at;
        {
            const std::lock_guard taking(seen->mutex);
            std::swap(at, seen->at);
        }
        try {
            note_seen(path, at);
        } catch (const SqliteError&) {
            // The next call notes it.
            return;
        }
    });
}

}  // namespace rostrum::store
