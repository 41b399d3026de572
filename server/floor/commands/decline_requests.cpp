#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const DeclineRequests& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto named = the_requests(*meeting, command.requests);
    if (const auto* refusal = std::get_if<Refusal>(&named)) return *refusal;
    Events events;
    for (const Request* request : std::get<std::vector<const Request*>>(named))
        events.emplace_back(RequestDeclined{request->id});
    return events;
}

}  // namespace rostrum::commands
