#include "app/load_rooms.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/exit_code.hpp"
#include "app/no_such_room.hpp"
#include "floor/apply.hpp"
#include "floor/invariants.hpp"
#include "store/log_reader.hpp"
#include "store/lost_acts.hpp"

namespace rostrum::app {

namespace {

LoadedRoom read(store::LogReader& log, const RoomId& id) {
    try {
        LoadedRoom loaded{log.acts(id, Revision{}), empty_room(id)};
        for (const Act& act : loaded.acts) loaded.room = apply(std::move(loaded.room), act);
        return loaded;
    } catch (const InvariantBroken& broken) {
        throw Failure(ExitCode::data,
                      "The log of room `" + id.value + "` is inconsistent: " + broken.what());
    }
}

std::vector<LoadedRoom> read(const RoomSelection& choice) {
    if (const std::string list = store::what_is_missing(choice.data); !list.empty())
        std::cerr << "rostrum: The log in " << choice.data.string()
                  << " lacks acts that were accepted: " << list << ".\n";
    store::LogReader log = store::open_for_reading(choice.data);
    const std::vector<RoomId> known = log.rooms();
    if (known.empty())
        throw Failure(ExitCode::usage, "There is no room in " + choice.data.string() + " yet.");
    std::vector<LoadedRoom> rooms;
    for (const RoomId& id : known)
        if (choice.room.empty() || id.value == choice.room) rooms.push_back(read(log, id));
    if (rooms.empty()) throw no_such_room(choice.room, choice.data, known);
    return rooms;
}

Failure no_such_meeting(const std::string& meeting, const std::vector<LoadedRoom>& rooms) {
    std::vector<std::string> known;
    for (const LoadedRoom& loaded : rooms)
        for (const Shared<Meeting>& one : loaded.room.proceedings.meetings)
            known.push_back(one->id.value);
    return {ExitCode::usage, "There is no meeting `" + meeting + "`. " + list_of(known)};
}

}  // namespace

std::vector<LoadedRoom> load_rooms(const RoomSelection& choice) {
    std::vector<LoadedRoom> rooms = read(choice);
    if (choice.meeting.empty()) return rooms;
    const MeetingId meeting{choice.meeting};
    const auto others = std::partition(rooms.begin(), rooms.end(), [&](const LoadedRoom& loaded) {
        return find(loaded.room, meeting) != nullptr;
    });
    if (others == rooms.begin()) throw no_such_meeting(choice.meeting, rooms);
    rooms.erase(others, rooms.end());
    if (rooms.size() > 1)
        throw Failure(ExitCode::usage, "Several rooms have a meeting `" + choice.meeting +
                                           "`: name one of them with --room.");
    return rooms;
}

}  // namespace rostrum::app
