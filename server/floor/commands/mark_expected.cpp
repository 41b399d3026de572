#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const MarkExpected& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    if (const auto refusal = has_the_floor(*meeting, *delegation)) return *refusal;
    if (delegation->kind == DelegationKind::moderator) return moderator_is_here();
    if (delegation->standing == Standing::expected) {
        return Refusal{RefusalCode::already_so, delegation->title + " is expected already."};
    }
    return Events{MarkedExpected{delegation->id}};
}

}  // namespace rostrum::commands
