#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/room.hpp"

namespace rostrum::app {

/// Which rooms of a data folder.
struct KeptChoice {
    std::filesystem::path data = "data";
    /// Empty: all of them.
    std::string room;
    /// Empty: whatever meetings they have; else the one room that has it.
    std::string meeting;
};

/// A room as its log tells it.
struct KeptRoom {
    std::vector<Act> acts;
    Room room;
};

/// Reads them, beside a server or without one, and changes nothing.
/// @returns at least one
/// @throws Failure if there is no such room or meeting, StoreError if the folder holds no log.
[[nodiscard]] std::vector<KeptRoom> kept_rooms(const KeptChoice& choice);

}  // namespace rostrum::app
