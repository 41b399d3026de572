#include "floor/balance.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ArrangeList& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto proposed = balanced(*meeting, room.rules, command.by).inscriptions;
    if (command.inscriptions != proposed)
        return Refusal{RefusalCode::stale, "The list has changed: look at the new proposal."};
    if (proposed == waiting_in_order(*meeting))
        return Refusal{RefusalCode::already_so, "The list is in that order."};
    return Events{ListArranged{proposed}};
}

}  // namespace rostrum::commands
