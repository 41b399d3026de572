#include "floor/room.hpp"

#include <algorithm>
#include <utility>

namespace rostrum {

Room empty_room(RoomId id) {
    Room room;
    room.id = std::move(id);
    return room;
}

bool is_founded(const Room& room) {
    return room.revision != Revision{0};
}

const Meeting* find(const Room& room, const MeetingId& id) {
    for (const Shared<Meeting>& meeting : room.proceedings.meetings) {
        if (meeting->id == id) return &*meeting;
    }
    return nullptr;
}

const Meeting* current_meeting(const Room& room) {
    return room.proceedings.current ? find(room, *room.proceedings.current) : nullptr;
}

bool has_open_meeting(const Proceedings& proceedings) {
    return std::any_of(
        proceedings.meetings.begin(), proceedings.meetings.end(),
        [](const Shared<Meeting>& meeting) { return is_open_or_suspended(*meeting); });
}

}  // namespace rostrum
