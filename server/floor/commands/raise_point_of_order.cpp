#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const RaisePointOfOrder& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (const auto refusal = floor_has_passed(*meeting, command.interrupting)) return *refusal;
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    if (delegation->standing != Standing::present) {
        return Refusal{RefusalCode::delegation_absent,
                       delegation->title + " is not here: mark it present first."};
    }
    if (const auto refusal = no_turn_is_left(*meeting)) return *refusal;
    if (const auto refusal = list_is_full(*meeting, 1)) return *refusal;
    return Events{PointOfOrderRaised{delegation->id, room.rules.point_of_order}};
}

}  // namespace rostrum::commands
