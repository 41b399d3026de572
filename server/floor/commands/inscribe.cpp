#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

bool can_be_inscribed(InscriptionKind kind) {
    return kind == InscriptionKind::follow_up || kind == InscriptionKind::question ||
           kind == InscriptionKind::right_of_reply;
}

}  // namespace

Decision decide(const Room& room, const Inscribe& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (!can_be_inscribed(command.kind)) {
        return Refusal{RefusalCode::malformed,
                       {"kind_inscribed",
                        "Only a follow-up, a question or a right of reply can be put on the "
                        "list."}};
    }
    const bool is_follow_up = command.kind == InscriptionKind::follow_up;
    const auto delegation =
        the_delegation(*meeting, is_follow_up ? DelegationId{moderator_id()}
                                              : command.delegation.value_or(DelegationId{}));
    if (!delegation) return delegation.refusal();
    if (const auto refusal = not_all_on_the_podium(*meeting, command.addressed_to)) return *refusal;
    if (command.kind == InscriptionKind::right_of_reply) {
        if (const auto refusal = replies_are_spent(room, *meeting, *delegation)) return *refusal;
    }
    if (const auto refusal = list_is_full(*meeting, 1)) return *refusal;
    return Events{Inscribed{delegation->id, command.kind, command.addressed_to,
                            usual_allotment(command.kind, room.rules)}};
}

}  // namespace rostrum::commands
