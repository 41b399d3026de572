#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const CancelMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (meeting->course != Course::planned) {
        return Refusal{RefusalCode::meeting_under_way,
                       name_of(*meeting) + " has been held: it stays in the record."};
    }
    return Events{MeetingCancelled{meeting->id}};
}

}  // namespace rostrum::commands
