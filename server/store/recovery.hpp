#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "store/chance.hpp"

/// The way back from a log that is damaged: everything up to the last good act of each room.
namespace rostrum::store {

struct RecoveredRoom {
    RoomId room;
    /// The last act that was kept; 0: none could be.
    Revision kept;
    Instant kept_at;
    /// What is wrong with the act after it, as half a sentence; none where everything was kept.
    std::optional<std::string> flaw;
    /// The last act that there was, as far as can be told.
    Revision known;
    /// Names that were withheld or erased by acts that are lost, and are so again: by acts of the
    /// recovery's own, at the end of the room's record.
    std::uint64_t names_kept_back = 0;
};

struct Recovery {
    /// By their ids.
    std::vector<RecoveredRoom> rooms;
    /// The tokens could not be read, so there are none.
    bool tokens_lost = false;
};

/// Makes a data folder of what can be read of a damaged one, which is left as it is. Nobody may be
/// serving it. The acts that are kept are those that were written, hashes and all; an act counts
/// as good if it follows by the chain and by the rules of the floor. What the new folder holds is
/// verified before it stands there.
/// @throws StoreError if there is something at the output, or no act can be read at all.
Recovery recover(const std::filesystem::path& damaged, const std::filesystem::path& output,
                 Instant now, const Chance& chance);

}  // namespace rostrum::store
