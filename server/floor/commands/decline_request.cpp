#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const DeclineRequest& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto request = the_request(*meeting, command.request);
    if (!request) return request.refusal();
    return Events{RequestDeclined{request->id}};
}

}  // namespace rostrum::commands
