#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const MarkPresent& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    if (delegation->standing == Standing::present) {
        return Refusal{RefusalCode::already_so, delegation->title + " is marked present already."};
    }
    return Events{MarkedPresent{delegation->id}};
}

}  // namespace rostrum::commands
