#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "floor/room.hpp"

/// A whole room as a snapshot in the store (binary_archive.hpp). Only this version of the program
/// reads it; another one makes the room from its acts.
namespace rostrum::wire {

/// Snapshots of another format are not read. A hash over the sources of the rules: it changes with
/// what a room contains, and with what `apply` makes of acts that logs already hold.
extern const std::int64_t snapshot_format;

/// Writes the whole room, the memory of Undo included. Shared values are written once.
[[nodiscard]] std::string write_snapshot(const Room& room);

/// Returns an equal room, which shares the same values.
/// @throws DecodeError (log_encoding.hpp)
[[nodiscard]] Room read_snapshot(std::string_view bytes);

}  // namespace rostrum::wire
