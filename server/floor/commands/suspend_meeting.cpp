#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SuspendMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    switch (meeting->course) {
        case Course::open:
            return Events{MeetingSuspended{meeting->id}};
        case Course::suspended:
            return Refusal{RefusalCode::already_so, name_of(*meeting) + " is suspended already."};
        case Course::planned:
        case Course::closed:
            break;
    }
    return not_open(*meeting);
}

}  // namespace rostrum::commands
