#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AnnounceMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (room.proceedings.current == meeting->id) {
        return Refusal{RefusalCode::already_announced,
                       name_of(*meeting) + " is on the screens already."};
    }
    if (const auto refusal = another_meeting_is_open(room, meeting->id)) return *refusal;
    if (meeting->course != Course::planned) {
        return Refusal{RefusalCode::meeting_not_planned,
                       name_of(*meeting) + " is over: only a meeting to come can be announced."};
    }
    return Events{MeetingAnnounced{meeting->id}};
}

}  // namespace rostrum::commands
