#pragma once

#include <optional>
#include <string>

#include "floor/ids.hpp"
#include "floor/room.hpp"
#include "store/sqlite.hpp"

/// The newest snapshot of each room, kept in the log's file beside the acts, so that a start need
/// not read them all. The acts are the truth: a snapshot that does not fit them is none.
namespace rostrum::store {

/// A room as it is kept.
struct Snapshot {
    RoomId room;
    Revision revision;
    std::string bytes;
};

/// Takes some milliseconds where a thousand acts are remembered.
[[nodiscard]] Snapshot snapshot_of(const Room& room);

/// Puts it in the place of the room's last snapshot, in a transaction of its own. Not if the log
/// holds no such act, nor if a name was erased after it: the room may still hold it.
/// @throws SqliteError
void store_snapshot(Database& log, const Snapshot& snapshot);

/// The room as it was kept. None where none is, or it is damaged, of another format, not of the
/// act that the log has at its revision, or no room that can be.
/// @throws SqliteError
[[nodiscard]] std::optional<Room> snapshot_of(const Database& log, const RoomId& room);

/// In the caller's transaction.
void drop_snapshot(Database& log, const RoomId& room);

}  // namespace rostrum::store
