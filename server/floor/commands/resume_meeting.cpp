#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ResumeMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (meeting->course != Course::suspended) {
        return Refusal{RefusalCode::meeting_not_suspended,
                       name_of(*meeting) + " is not suspended."};
    }
    return Events{MeetingResumed{meeting->id}};
}

}  // namespace rostrum::commands
