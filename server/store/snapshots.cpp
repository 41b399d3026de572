#include "store/snapshots.hpp"

#include <cstdint>
#include <string>
#include <string_view>

#include "floor/invariants.hpp"
#include "store/log_rows.hpp"
#include "store/sha256.hpp"
#include "wire/log_encoding.hpp"
#include "wire/room_snapshot.hpp"

namespace rostrum::store {
namespace {

/// Covers the whole row. Line breaks end the room and the revision, and a chain has a fixed length,
/// so no two rows have the same input.
std::string hash_of(const RoomId& room, std::int64_t revision, std::string_view chain,
                    std::string_view bytes) {
    return sha256(room.value + '\n' + std::to_string(revision) + '\n' + std::string(chain) +
                  std::string(bytes));
}

bool is_name_erased_after(const Database& log, const RoomId& room, std::int64_t revision) {
    Statement row =
        log.prepare("SELECT 1 FROM events WHERE room = ? AND revision > ? AND number = ? LIMIT 1");
    row.with(std::string_view(room.value), revision,
             std::int64_t{wire::event_number(NameErased{})});
    return row.next();
}

std::optional<Room> read(const Statement& row, const RoomId& id, std::int64_t revision) {
    try {
        Room room = wire::read_snapshot(row.bytes(3));
        if (room.id != id || room.revision.value != static_cast<std::uint64_t>(revision)) return {};
        check_invariants(room);
        return room;
    } catch (const wire::DecodeError&) {
        return {};
    } catch (const InvariantBroken&) {
        return {};
    }
}

}  // namespace

Snapshot snapshot_of(const Room& room) {
    return {room.id, room.revision, wire::write_snapshot(room)};
}

void store_snapshot(Database& log, const Snapshot& snapshot) {
    const auto& [room, at, bytes] = snapshot;
    const auto revision = static_cast<std::int64_t>(at.value);
    Transaction transaction(log);
    const std::string chain = chain_at(log, room, at);
    if (revision == 0 || chain.empty() || is_name_erased_after(log, room, revision)) return;
    log.prepare(
           "INSERT OR REPLACE INTO snapshots (room, revision, chain, format, bytes, hash) "
           "VALUES (?, ?, ?, ?, ?, ?)")
        .with(std::string_view(room.value), revision, Blob{chain}, wire::snapshot_format,
              Blob{bytes}, Blob{hash_of(room, revision, chain, bytes)})
        .run();
    transaction.commit();
}

std::optional<Room> snapshot_of(const Database& log, const RoomId& room) {
    Statement row =
        log.prepare("SELECT revision, chain, format, bytes, hash FROM snapshots WHERE room = ?");
    row.with(std::string_view(room.value));
    if (!row.next() || row.integer(2) != wire::snapshot_format) return {};
    const std::int64_t revision = row.integer(0);
    const std::string_view chain = row.bytes(1);
    if (revision < 1 || hash_of(room, revision, chain, row.bytes(3)) != row.bytes(4)) return {};
    if (chain_at(log, room, Revision{static_cast<std::uint64_t>(revision)}) != chain) return {};
    return read(row, room, revision);
}

void drop_snapshot(Database& log, const RoomId& room) {
    log.prepare("DELETE FROM snapshots WHERE room = ?").with(std::string_view(room.value)).run();
}

}  // namespace rostrum::store
