#include "store/log_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>

#include "store/hexadecimal.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

/// The row of an act and one of its events; the columns of the queries below.
ActRow act_of(const Statement& row, const RoomId& room) {
    ActRow act;
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

EventRow event_of(const Statement& row) {
    return {row.integer(7), std::string(row.bytes(8)), std::string(row.bytes(9)),
            std::string(row.bytes(10)), row.integer(11) != 0};
}

void each_act_between(const Database& log, const RoomId& room, std::int64_t first,
                      std::int64_t last, const std::function<void(const ActRow&)>& visit) {
    // An act without its events still has a row here, so the loss is noticed.
    Statement row = log.prepare(R"sql(
        SELECT revision, at_unix_ms, role, device, command_id, kind, chain,
               number, payload, salt, payload_hash, erased
        FROM acts LEFT JOIN events USING (room, revision)
        WHERE room = ? AND revision BETWEEN ? AND ? ORDER BY revision, position)sql");
    row.with(std::string_view(room.value), first, last);
    bool more = row.next();
    while (more) {
        ActRow record = act_of(row, room);
        do {
            if (!row.is_null(7)) record.events.push_back(event_of(row));
            more = row.next();
        } while (more && row.integer(0) == record.revision);
        visit(record);
    }
}

}  // namespace

std::vector<RoomId> rooms_of(const Database& log) {
    // Steps from room to room: a room has a million acts, a log has few rooms.
    Statement row = log.prepare("SELECT room FROM acts WHERE room > ? ORDER BY room LIMIT 1");
    std::vector<RoomId> rooms;
    std::string last;
    while (row.with(std::string_view(last)).next()) {
        last = row.bytes(0);
        rooms.emplace_back(last);
    }
    return rooms;
}

std::string log_id_of(const Database& log) {
    Statement row = log.prepare("SELECT log_id FROM meta");
    row.next();
    return std::string(row.bytes(0));
}

void give_log_id(const Database& log, const RandomBytes& random_bytes) {
    constexpr std::size_t id_size = 16;
    log.prepare(
           "INSERT INTO meta (only_row, log_id) VALUES (1, ?) "
           "ON CONFLICT (only_row) DO UPDATE SET log_id = excluded.log_id")
        .with(std::string_view(hexadecimal(random_bytes(id_size))))
        .run();
}

Statement search_command(const Database& log) {
    return log.prepare(
        "SELECT revision, role, device, kind FROM acts WHERE room = ? AND command_id = ?");
}

std::optional<rooms::Duplicate> act_of_command(Statement& search, const RoomId& room,
                                               const CommandId& command) {
    std::optional<rooms::Duplicate> found;
    search.with(std::string_view(room.value), std::string_view(command.value));
    if (search.next())
        found = {command, Revision{static_cast<std::uint64_t>(search.integer(0))},
                 Actor{wire::role_from_number(static_cast<int>(search.integer(1))),
                       std::string(search.bytes(2))},
                 wire::command_kind_from_number(static_cast<int>(search.integer(3)))};
    search.reset();
    return found;
}

std::vector<Head> heads_of(const Database& log) {
    Statement row = log.prepare(
        "SELECT revision, chain FROM acts WHERE room = ? ORDER BY revision DESC LIMIT 1");
    std::vector<Head> heads;
    for (const RoomId& room : rooms_of(log))
        if (row.with(std::string_view(room.value)).next())
            heads.push_back({room, Revision{static_cast<std::uint64_t>(row.integer(0))},
                             hexadecimal(row.bytes(1))});
    return heads;
}

std::string chain_at(const Database& log, const RoomId& room, Revision revision) {
    if (revision == Revision{}) return chain_start();
    Statement statement = log.prepare("SELECT chain FROM acts WHERE room = ? AND revision = ?");
    statement.with(std::string_view(room.value), static_cast<std::int64_t>(revision.value));
    return statement.next() ? std::string(statement.bytes(0)) : std::string();
}

void each_act(const Database& log, const RoomId& room, Revision after,
              const std::function<void(const ActRow&)>& visit) {
    each_act_between(log, room, static_cast<std::int64_t>(after.value) + 1,
                     std::numeric_limits<std::int64_t>::max(), visit);
}

void each_act(const Database& log, const RoomId& room, Revision after, std::size_t most,
              const std::function<void(const ActRow&)>& visit) {
    each_act_between(log, room, static_cast<std::int64_t>(after.value) + 1,
                     static_cast<std::int64_t>(after.value + most), visit);
}

std::optional<ActRow> act_at(const Database& log, const RoomId& room, Revision revision) {
    const auto only = static_cast<std::int64_t>(revision.value);
    std::optional<ActRow> found;
    each_act_between(log, room, only, only, [&](const ActRow& act) { found = act; });
    return found;
}

NewActs::NewActs(const Database& log)
    : add_act_(log.prepare("INSERT INTO acts (room, revision, at_unix_ms, role, device, "
                           "command_id, kind, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      add_event_(log.prepare("INSERT INTO events (room, revision, position, number, payload, "
                             "salt, payload_hash, erased) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {}

void NewActs::add(const ActRow& act) {
    const std::string_view room = act.room;
    add_act_.run_with(room, act.revision, act.at_unix_ms, act.role, std::string_view(act.device),
                      std::string_view(act.command_id), act.kind, Blob{act.chain});
    std::int64_t position = 0;
    for (const EventRow& event : act.events)
        add_event_.run_with(room, act.revision, position++, event.number, Blob{event.payload},
                            Blob{event.salt}, Blob{event.payload_hash}, std::int64_t{event.erased});
}

}  // namespace rostrum::store
