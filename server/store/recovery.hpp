#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "store/random_bytes.hpp"

/// Recovers a damaged log: each room up to its last intact act.
namespace rostrum::store {

struct RecoveredRoom {
    RoomId room;
    /// The last recovered act; 0 if there is none.
    Revision kept;
    Instant kept_at;
    /// The fault of the act after it, as half a sentence; nullopt if everything was recovered.
    std::optional<std::string> flaw;
    /// The last act that existed, as far as is known.
    Revision known;
    /// Names withheld or erased by lost acts. The recovery withholds and erases them again, by acts
    /// at the end of the room's record.
    std::uint64_t names_kept_back = 0;
};

struct Recovery {
    /// Sorted by id.
    std::vector<RecoveredRoom> rooms;
    /// The tokens were unreadable, so there are none.
    bool tokens_lost = false;
};

/// Makes a data folder from the readable part of a damaged one, which stays unchanged and must not
/// be served meanwhile. Copies acts unchanged, with their hashes, as long as the chain and the
/// rules of the floor accept them. Verifies the new folder before it appears.
/// @throws StoreError if the output exists, or no act is readable.
Recovery recover(const std::filesystem::path& damaged, const std::filesystem::path& output,
                 Instant now, const RandomBytes& random_bytes);

}  // namespace rostrum::store
