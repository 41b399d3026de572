#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SuspendMeeting& command, const CommandContext& context) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (!is_open_or_suspended(*meeting)) return not_open(*meeting);
    if (meeting->course == Course::suspended && command.resumes_at == meeting->resumes_at)
        return Refusal{RefusalCode::already_so, name_of(*meeting) + " is suspended already."};
    if (command.resumes_at && (*command.resumes_at <= context.now ||
                               *command.resumes_at > context.now + limits::suspension_longest)) {
        return Refusal{RefusalCode::outside_limits,
                       {"resumes_limits", "A meeting resumes later, and within a day."}};
    }
    return Events{MeetingSuspended{meeting->id, command.resumes_at}};
}

}  // namespace rostrum::commands
