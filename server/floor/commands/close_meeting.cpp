#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const CloseMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (!is_open_or_suspended(*meeting)) {
        return not_open(*meeting);
    }
    Events events;
    if (meeting->statement) events.emplace_back(StatementEnded{meeting->statement->id});
    events.emplace_back(MeetingClosed{meeting->id});
    return events;
}

}  // namespace rostrum::commands
