#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const MarkAbsent& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    const std::string reason{trimmed(command.public_reason)};
    if (const auto fault = text_fault("The reason", reason, limits::reason_length)) {
        return Refusal{RefusalCode::malformed, *fault};
    }
    if (const auto refusal = has_the_floor(*meeting, *delegation)) return *refusal;
    if (delegation->kind == DelegationKind::moderator) return moderator_is_here();
    if (delegation->standing == Standing::absent && delegation->absence_reason == reason) {
        return Refusal{RefusalCode::already_so, delegation->title + " is marked absent already."};
    }
    return Events{MarkedAbsent{delegation->id, reason}};
}

}  // namespace rostrum::commands
