#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AcceptRequests& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto named = the_requests(*meeting, command.requests);
    if (const auto* refusal = std::get_if<Refusal>(&named)) return *refusal;
    Events events;
    for (const Request* request : std::get<std::vector<const Request*>>(named)) {
        if (request->kind == InscriptionKind::point_of_order) return interrupts();
        events.emplace_back(RequestAccepted{
            meeting->id, request->id, usual_allotment(request->kind, room.rules), {}});
    }
    return events;
}

}  // namespace rostrum::commands
