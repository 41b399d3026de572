#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AcceptRequests& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (command.requests.empty()) return no_request_is_named();
    Events events;
    for (const Request& request : meeting->requests) {
        if (std::find(command.requests.begin(), command.requests.end(), request.id) ==
            command.requests.end())
            continue;
        if (request.kind == InscriptionKind::point_of_order) return interrupts();
        events.emplace_back(RequestAccepted{
            meeting->id, request.id, usual_allotment(request.kind, room.rules), {}});
    }
    if (events.empty()) return the_request(*meeting, command.requests.front()).refusal();
    return events;
}

}  // namespace rostrum::commands
