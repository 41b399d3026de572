#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const OpenMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    switch (meeting->course) {
        case Course::planned:
            break;
        case Course::open:
            return Refusal{RefusalCode::meeting_not_planned,
                           name_of(*meeting) + " is open already."};
        case Course::suspended:
            return Refusal{RefusalCode::meeting_not_planned,
                           name_of(*meeting) + " is suspended: resume it instead."};
        case Course::closed:
            return Refusal{RefusalCode::meeting_not_planned,
                           name_of(*meeting) + " is closed and cannot be opened again."};
    }
    if (const auto refusal = another_meeting_is_open(room, meeting->id)) return *refusal;
    return Events{MeetingOpened{meeting->id}};
}

}  // namespace rostrum::commands
