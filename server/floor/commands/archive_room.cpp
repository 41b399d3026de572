#include "floor/commands/handlers.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ArchiveRoom& command) {
    if (!is_founded(room))
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    if (command.archived == room.archived)
        return Refusal{RefusalCode::already_so, room.archived ? "This room is archived already."
                                                              : "This room is not archived."};
    if (has_open_meeting(room.proceedings))
        return Refusal{RefusalCode::meeting_under_way,
                       {"room_in_use", "A meeting of this room is open: close it first."}};
    return Events{RoomArchived{command.archived}};
}

}  // namespace rostrum::commands
