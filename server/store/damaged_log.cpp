#include "store/damaged_log.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/journal_frames.hpp"
#include "store/log_rows.hpp"
#include "store/log_schema.hpp"
#include "store/raw_copy.hpp"
#include "store/store_error.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

Database open_damaged(const std::filesystem::path& path) {
    try {
        Database database(path, Database::Opening::existing);
        // Opens a truncated file too, and checks every page.
        database.execute(
            "PRAGMA writable_schema = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
        if (database.number("PRAGMA application_id") != log_schema().application_id)
            throw StoreError("The log " + path.filename().string() +
                             " cannot be recovered: it is not a log of Rostrum.");
        if (database.number("PRAGMA user_version") >
            static_cast<std::int64_t>(log_schema().steps.size()))
            throw StoreError("The log " + path.filename().string() +
                             " cannot be recovered: it was made by a newer rostrum.");
        static_cast<void>(database.number("SELECT count(*) FROM sqlite_schema"));
        return database;
    } catch (const SqliteError& error) {
        throw StoreError("The log " + path.filename().string() +
                         " cannot be recovered: " + error.what() + ". Go back to the last backup.");
    }
}

/// Walks over the rooms from one end, with one search of the tree for each.
void find_rooms(const Database& log, std::string_view next, std::string_view start,
                std::set<RoomId>& rooms) {
    try {
        Statement row = log.prepare(next);
        std::string last(start);
        while (row.with(std::string_view(last)).next() && !row.is_null(0)) {
            last = row.bytes(0);
            rooms.insert(RoomId{last});
        }
    } catch (const SqliteError&) {
        // Rooms beyond the damaged page are found from the other end, or by the events.
        return;
    }
}

void find_names_kept_back(const Database& log, std::string_view sql, const RoomId& room,
                          Revision after, std::vector<Event>& events) {
    try {
        Statement row = log.prepare(sql);
        row.with(std::string_view(room.value), static_cast<std::int64_t>(after.value),
                 std::int64_t{wire::event_number(NameWithheld{})},
                 std::int64_t{wire::event_number(NameErased{})});
        while (row.next()) {
            try {
                Event event = wire::read_event(row.bytes(0));
                if (std::ranges::find(events, event) == events.end())
                    events.push_back(std::move(event));
            } catch (const wire::DecodeError&) {
                continue;
            }
        }
    } catch (const SqliteError&) {
        return;
    }
}

}  // namespace

// The parts are written before SQLite opens the log, and with it the journal.
DamagedLog::DamagedLog(const std::filesystem::path& path) {
    std::vector<std::filesystem::path> parts;
    if (const JournalFrames frames = journal_frames(path); frames.read < frames.frames.size())
        for (const Frames which : {Frames::sound, Frames::all}) {
            parts.emplace_back(path.string() + ".part-" + std::to_string(parts.size()));
            raw_copy(path, parts.back());
            write_pages(journal_of(path), frames, which, parts.back());
        }
    std::string reason;
    parts.insert(parts.begin(), path);
    for (const std::filesystem::path& part : parts) {
        try {
            databases_.push_back(open_damaged(part));
        } catch (const StoreError& error) {
            if (reason.empty()) reason = error.what();
        }
    }
    if (databases_.empty()) throw StoreError(reason);
}

std::set<RoomId> DamagedLog::rooms() const {
    constexpr std::string_view before_all;
    constexpr std::string_view after_all = "\x7f";
    std::set<RoomId> rooms;
    for (const Database& log : databases_) {
        find_rooms(log, "SELECT min(room) FROM acts WHERE room > ?", before_all, rooms);
        find_rooms(log, "SELECT max(room) FROM acts WHERE room < ?", after_all, rooms);
        find_rooms(log, "SELECT min(room) FROM events WHERE room > ?", before_all, rooms);
        find_rooms(log, "SELECT max(room) FROM events WHERE room < ?", after_all, rooms);
    }
    return rooms;
}

Revision DamagedLog::last_known(const RoomId& room) const {
    std::int64_t last = 0;
    for (const Database& log : databases_)
        for (const std::string_view sql : {"SELECT max(revision) FROM acts WHERE room = ?",
                                           "SELECT max(revision) FROM events WHERE room = ?"}) {
            try {
                Statement row = log.prepare(sql);
                if (row.with(std::string_view(room.value)).next())
                    last = std::max(last, row.integer(0));
            } catch (const SqliteError&) {
                continue;
            }
        }
    return Revision{static_cast<std::uint64_t>(last)};
}

std::vector<ActRow> DamagedLog::versions(const RoomId& room, Revision revision) const {
    std::vector<ActRow> versions;
    std::optional<SqliteError> fault;
    for (const Database& log : databases_) {
        try {
            auto act = act_at(log, room, revision);
            if (act) versions.push_back(*std::move(act));
        } catch (const SqliteError& error) {
            fault = error;
        }
    }
    if (versions.empty() && fault) throw SqliteError(*fault);
    return versions;
}

std::vector<Event> DamagedLog::names_kept_back(const RoomId& room, Revision after) const {
    std::vector<Event> events;
    for (const Database& log : databases_)
        for (const std::string_view sql :
             {"SELECT payload FROM events WHERE room = ? AND revision > ? AND number IN (?, ?) "
              "ORDER BY revision",
              "SELECT payload FROM events WHERE room = ? AND revision > ? AND number IN (?, ?) "
              "ORDER BY revision DESC"})
            find_names_kept_back(log, sql, room, after, events);
    return events;
}

}  // namespace rostrum::store
