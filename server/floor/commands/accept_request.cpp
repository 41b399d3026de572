#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AcceptRequest& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto request = the_request(*meeting, command.request);
    if (!request) return request.refusal();
    if (request->kind == InscriptionKind::point_of_order) return interrupts();
    if (command.before) {
        const auto before = the_inscription(*meeting, *command.before);
        if (!before) return before.refusal();
        if (before->status != InscriptionStatus::waiting) {
            return Refusal{RefusalCode::stale,
                           "The list has changed: " + name_of(*meeting, *before) +
                               " is not waiting any more."};
        }
    }
    return Events{RequestAccepted{meeting->id, request->id,
                                  usual_allotment(request->kind, room.rules), command.before}};
}

}  // namespace rostrum::commands
