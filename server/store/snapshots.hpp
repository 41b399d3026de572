#pragma once

#include <optional>
#include <string>

#include "floor/ids.hpp"
#include "floor/room.hpp"
#include "store/sqlite.hpp"

/// The newest snapshot of each room, in the log's file with the acts, so that a start need not read
/// them all. The acts are authoritative: a snapshot that does not fit them is ignored.
namespace rostrum::store {

/// A room, encoded.
struct Snapshot {
    RoomId room;
    Revision revision;
    std::string bytes;
};

/// Takes some milliseconds if the room remembers a thousand acts.
[[nodiscard]] Snapshot snapshot_of(const Room& room);

/// Replaces the room's snapshot, in its own transaction. Does nothing if the log lacks the act, or
/// if a later act erased a name, which the room may still hold.
/// @throws SqliteError
void store_snapshot(Database& log, const Snapshot& snapshot);

/// Reads the room's snapshot. nullopt if there is none, or it is damaged, in another format, of
/// another act than the log's at its revision, or an impossible room.
/// @throws SqliteError
[[nodiscard]] std::optional<Room> snapshot_of(const Database& log, const RoomId& room);

/// Runs in the caller's transaction.
void drop_snapshot(Database& log, const RoomId& room);

}  // namespace rostrum::store
