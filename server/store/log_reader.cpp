#include "store/log_reader.hpp"

#include <exception>
#include <stdexcept>
#include <utility>

#include "store/log_record.hpp"
#include "store/schema.hpp"
#include "store/store_error.hpp"
#include "wire/event_record.hpp"

namespace rostrum::store {
namespace {

/// An act that does not stand in the log as it was written. Half a sentence says which and why.
class DamagedAct : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] void report(const ActRecord& record, std::string_view how) {
    throw DamagedAct("act " + std::to_string(record.revision) + " of room " + record.room + " " +
                     std::string(how));
}

/// @throws DamagedAct if the act is not the one that was written after `previous`.
Act verified(const ActRecord& record, std::int64_t previous, std::string_view previous_chain) {
    if (record.revision != previous + 1) report(record, "has lost the one before it");
    try {
        if (const auto found = flaw(record, previous_chain); !found.empty()) report(record, found);
        return read_act(record);
    } catch (const wire::UnreadableRecord& error) {
        report(record, "cannot be read (" + std::string(error.what()) + ")");
    }
}

std::string chain_at(const Database& log, const RoomId& room, Revision revision) {
    if (revision == Revision{}) return chain_start();
    Statement statement = log.prepare("SELECT chain FROM acts WHERE room = ? AND revision = ?");
    statement.with(std::string_view(room.value), static_cast<std::int64_t>(revision.value));
    return statement.next() ? std::string(statement.bytes(0)) : std::string();
}

/// The row of an act and one of its events: columns as selected in read_acts.
ActRecord act_of(const Statement& row, const RoomId& room) {
    ActRecord act;
    act.room = room.value;
    act.revision = row.integer(0);
    act.at_unix_ms = row.integer(1);
    act.role = row.integer(2);
    act.device = row.bytes(3);
    act.command_id = row.bytes(4);
    act.kind = row.integer(5);
    act.chain = row.bytes(6);
    return act;
}

EventRecord event_of(const Statement& row) {
    return {row.integer(7), std::string(row.bytes(8)), std::string(row.bytes(9)),
            std::string(row.bytes(10)), row.integer(11) != 0};
}

std::vector<Act> read_acts(const Database& log, const RoomId& room, Revision after) {
    // An act whose events are gone still has a row here, so that it is found out.
    Statement row = log.prepare(R"sql(
        SELECT revision, at_unix_ms, role, device, command_id, kind, chain,
               number, payload, salt, payload_hash, erased
        FROM acts LEFT JOIN events USING (room, revision)
        WHERE room = ? AND revision > ? ORDER BY revision, position)sql");
    std::vector<Act> acts;
    auto previous = static_cast<std::int64_t>(after.value);
    std::string chain = chain_at(log, room, after);
    row.with(std::string_view(room.value), previous);
    bool more = row.next();
    while (more) {
        ActRecord record = act_of(row, room);
        do {
            if (!row.is_null(7)) record.events.push_back(event_of(row));
            more = row.next();
        } while (more && row.integer(0) == record.revision);
        acts.push_back(verified(record, previous, chain));
        previous = record.revision;
        chain = std::move(record.chain);
    }
    return acts;
}

}  // namespace

LogReader::LogReader(std::filesystem::path path) : path_(std::move(path)) {}

template <class Read>
auto LogReader::reading(Read from) {
    try {
        if (!database_) database_.emplace(connect(path_));
        return from(*database_);
    } catch (const DamagedAct& damage) {
        throw StoreError("The log " + path_.string() + " cannot be used: " + damage.what() +
                         ". Restore it from a copy; nothing in it was changed.");
    } catch (const std::exception& error) {
        database_.reset();
        throw StoreError("The log " + path_.string() + " cannot be read: " + error.what() + ".");
    }
}

std::vector<Act> LogReader::acts(const RoomId& room, Revision after) {
    return reading([&](const Database& log) { return read_acts(log, room, after); });
}

std::vector<RoomId> LogReader::rooms() {
    return reading([](const Database& log) {
        Statement row = log.prepare("SELECT DISTINCT room FROM acts ORDER BY room");
        std::vector<RoomId> rooms;
        while (row.next()) rooms.emplace_back(std::string(row.bytes(0)));
        return rooms;
    });
}

Instant LogReader::latest() {
    return reading([](const Database& log) {
        return instant_from_unix_ms(log.number("SELECT coalesce(max(at_unix_ms), 0) FROM acts"));
    });
}

std::string LogReader::log_id() {
    return reading([](const Database& log) {
        Statement row = log.prepare("SELECT log_id FROM meta");
        row.next();
        return std::string(row.bytes(0));
    });
}

}  // namespace rostrum::store
