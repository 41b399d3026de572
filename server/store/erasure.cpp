#include "store/erasure.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

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
    Statement row = log.prepare(
        "SELECT revision, position, payload FROM events "
        "WHERE room = ? AND number = ? AND erased = 0");
    row.with(std::string_view(room.value), std::int64_t{wire::event_number(nameless)});
    std::vector<Row> rows;
    while (row.next()) {
        const Event event = wire::read_event(row.bytes(2));
        const auto& named = std::get<SpeakerNamed>(event);
        if (named.meeting == nameless.meeting && named.delegation == nameless.delegation)
            rows.push_back({row.integer(0), row.integer(1)});
    }
    return rows;
}

/// Rewrites every page, so that no remains between the rows of old pages are copied.
bool rewrite(Database& log) {
    try {
        log.execute("VACUUM");
        return true;
    } catch (const SqliteError&) {
        return false;
    }
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
    if (!rows.empty()) log.execute("UPDATE meta SET wiping_due = 1");
    return rows.size();
}

bool is_scrubbing_due(const Database& log) {
    constexpr std::int64_t since_version = 2;
    return log.number("PRAGMA user_version") >= since_version &&
           log.number("SELECT wiping_due FROM meta") != 0;
}

bool TraceScrubber::go_on(Database& log) {
    if (left_ == Left::nothing) return false;
    try {
        // Tried once: a log that does not fit on the disk would otherwise delay every later act.
        const int patience = left_ == Left::all ? patience_ms : 0;
        if (left_ == Left::all) rewritten_ = rewrite(log);
        left_ = Left::emptying;
        if (!log.empty_journal(patience)) return true;
        left_ = Left::nothing;
        if (rewritten_) log.execute("UPDATE meta SET wiping_due = 0");
    } catch (const SqliteError&) {
        // The acts are durable, and the log notes that the rest is due.
        return true;
    }
    return true;
}

void scrub_at_opening(Database& log) {
    if (!is_scrubbing_due(log)) {
        log.empty_journal(patience_ms);
        return;
    }
    TraceScrubber wiping;
    wiping.become_due();
    wiping.go_on(log);
}

}  // namespace rostrum::store
