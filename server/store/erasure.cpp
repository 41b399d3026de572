#include "store/erasure.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "store/held_names.hpp"
#include "store/snapshots.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

constexpr int patience_ms = 1000;

struct Row {
    std::int64_t revision;
    std::int64_t position;
};

/// The rows that hold names of the plate, not yet erased.
std::vector<Row> names_of(const Database& log, const RoomId& room, const SpeakerNamed& nameless) {
    // The number stands in the query, or the index could not be used.
    Statement row = log.prepare(
        "SELECT revision, position, payload FROM events INDEXED BY names "
        "WHERE room = ? AND number = " +
        std::to_string(wire::event_number(nameless)) + " AND erased = 0 AND instr(payload, ?) > 0");
    row.with(std::string_view(room.value), Blob{nameless.delegation.value});
    std::vector<Row> rows;
    while (row.next()) {
        const Event event = wire::read_event(row.bytes(2));
        const auto& named = std::get<SpeakerNamed>(event);
        if (named.meeting == nameless.meeting && named.delegation == nameless.delegation)
            rows.push_back({row.integer(0), row.integer(1)});
    }
    return rows;
}

}  // namespace

std::size_t erase_names(Database& log, const RoomId& room, const MeetingId& meeting,
                        const DelegationId& delegation) {
    const SpeakerNamed nameless{meeting, delegation, {}};
    const std::string payload = wire::write_event(nameless);
    const std::vector<Row> rows = names_of(log, room, nameless);
    Statement erase = log.prepare(
        "UPDATE events SET payload = ?, salt = x'', erased = 1 "
        "WHERE room = ? AND revision = ? AND position = ?");
    for (const Row& row : rows)
        erase.with(Blob{payload}, std::string_view(room.value), row.revision, row.position).run();
    drop_snapshot(log, room);
    const std::size_t names = rows.size() + drop_held_names(log, meeting, delegation);
    if (names > 0) log.execute("UPDATE meta SET wiping_due = max(wiping_due, 1)");
    return names;
}

bool is_scrubbing_due(const Database& log) {
    constexpr std::int64_t since_version = 2;
    return log.number("PRAGMA user_version") >= since_version &&
           log.number("SELECT wiping_due FROM meta") != 0;
}

void finish_scrubbing(Database& log) {
    log.forget_pages();
    log.execute("UPDATE meta SET wiping_due = 0 WHERE wiping_due = 1");
}

void scrub_at_opening(Database& log) {
    try {
        if (log.number("SELECT wiping_due FROM meta") == 2)
            log.execute("VACUUM; UPDATE meta SET wiping_due = 1");
        if (log.empty_journal(patience_ms)) finish_scrubbing(log);
    } catch (const SqliteError&) {
        // The disk has no room for another log. This one notes that it is due.
        return;
    }
}

}  // namespace rostrum::store
