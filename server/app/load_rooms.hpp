#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/room.hpp"

namespace rostrum::app {

/// Selects rooms of a data folder.
struct RoomSelection {
    std::filesystem::path data = "data";
    /// Empty: all rooms.
    std::string room;
    /// Empty: all meetings; else the one room that has this meeting.
    std::string meeting;
};

/// A room as read from its log.
struct LoadedRoom {
    std::vector<Act> acts;
    Room room;
};

/// Reads the rooms, whether or not a server runs. Changes nothing.
/// @returns at least one
/// @throws Failure if there is no such room or meeting, or the folder has no log.
[[nodiscard]] std::vector<LoadedRoom> load_rooms(const RoomSelection& choice);

}  // namespace rostrum::app
