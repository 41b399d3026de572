#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const HaveStatementRead& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    const auto reader = the_delegation(*meeting, command.reader);
    if (!reader) return reader.refusal();
    if (const auto refusal = has_the_floor(*meeting, *delegation)) return *refusal;
    if (delegation->kind == DelegationKind::moderator) return moderator_is_here();
    if (reader->id == delegation->id) {
        return Refusal{RefusalCode::malformed,
                       {"reads_itself",
                        "{who} cannot read its own statement while it is away.",
                        {{"who", delegation->title}}}};
    }
    if (reader->standing != Standing::present) {
        return Refusal{RefusalCode::delegation_absent,
                       reader->title + " is not here, and cannot read for another."};
    }
    if (delegation->standing == Standing::read_by && delegation->reader == reader->id) {
        return Refusal{RefusalCode::already_so, reader->title + " reads that statement already."};
    }
    return Events{StatementHanded{delegation->id, reader->id}};
}

}  // namespace rostrum::commands
