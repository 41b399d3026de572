#pragma once

#include <string>
#include <string_view>

#include "floor/room.hpp"

/// A whole room as the store keeps it beside the log: proto/rostrum/v1/snapshot.proto.
namespace rostrum::wire {

/// The number of this way to write a room: another one is not read. It goes up with every change
/// of what is written, and of what `apply` makes of acts that logs already hold.
constexpr int snapshot_format = 1;

/// Everything of the room, the memory of Undo included. What proceedings share is written once.
[[nodiscard]] std::string write_snapshot(const Room& room);

/// The room that was written: equal to it, and sharing what it shared.
/// @throws UnreadableRecord (event_record.hpp)
[[nodiscard]] Room read_snapshot(std::string_view bytes);

}  // namespace rostrum::wire
