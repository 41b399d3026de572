#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "floor/room.hpp"

/// A whole room as the store keeps it beside the log (binary_archive.hpp), for this version of the
/// program alone: another one makes the room of its acts again.
namespace rostrum::wire {

/// Another format is not read. A hash over the sources of the rules, so that every change of what a
/// room holds, or of what `apply` makes of acts that logs already hold, makes another one.
extern const std::int64_t snapshot_format;

/// Everything of the room, the memory of Undo included. What proceedings share is written once.
[[nodiscard]] std::string write_snapshot(const Room& room);

/// The room that was written: equal to it, and sharing what it shared.
/// @throws DecodeError (log_encoding.hpp)
[[nodiscard]] Room read_snapshot(std::string_view bytes);

}  // namespace rostrum::wire
