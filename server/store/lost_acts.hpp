#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "store/heads.hpp"
#include "store/sqlite.hpp"

/// A log that is sound in itself may have lost its end. The heartbeat file notes the last acts of
/// each room once they are durable, so a log without them has lost something.
namespace rostrum::store {

/// The heads that the folder's heartbeat file notes; none if it is missing or damaged.
[[nodiscard]] NotedHeads noted_heads(const std::filesystem::path& folder);

/// What of the head's room is missing: `room xx from act 3 on, up to act 7 at least`; nullopt if
/// the head is in the log.
/// @throws SqliteError
[[nodiscard]] std::optional<std::string> missing(const Database& log, const Head& head);

/// What the folder's log lacks of those heads, as a list; empty if nothing is known to be missing.
[[nodiscard]] std::string what_is_missing(const std::filesystem::path& folder);

/// Checks, before a server opens the folder, that its log holds what was noted. Changes nothing.
/// @throws StoreError if it does not, or acts are in a part of the journal that SQLite skips.
/// @returns what the operator should know, a sentence each
[[nodiscard]] std::vector<std::string> check_complete(const std::filesystem::path& folder);

}  // namespace rostrum::store
