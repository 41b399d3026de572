#pragma once

#include <optional>

#include "floor/ids.hpp"
#include "floor/room.hpp"
#include "store/sqlite.hpp"

/// The newest snapshot of each room, kept in the log's file beside the acts, so that a start need
/// not read them all. The acts are the truth: a snapshot that does not fit them is none.
namespace rostrum::store {

/// Puts this room in the place of its last snapshot, in a transaction of its own. Not if the log
/// holds no such act, nor if a name was erased after it: the room may still hold it.
/// @throws SqliteError
void keep_snapshot(Database& log, const Room& room);

/// The room as it was kept. None where none is, or it is damaged, of another format, not of the
/// act that the log has at its revision, or no room that can be.
/// @throws SqliteError
[[nodiscard]] std::optional<Room> snapshot_of(const Database& log, const RoomId& room);

/// In the caller's transaction.
void drop_snapshot(Database& log, const RoomId& room);

}  // namespace rostrum::store
