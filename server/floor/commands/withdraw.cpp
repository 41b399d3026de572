#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

/// A phone withdraws its own requests; a card, those of its holder; the podium, any entry of the
/// list.
template <class Asked>
std::optional<Refusal> not_yours(const Meeting& meeting, const Actor& actor, const Asked& asked) {
    if (actor.role != Role::delegation) return std::nullopt;
    const bool is_its_phone = !actor.device.empty() && actor.device == asked.asked_by;
    const bool is_its_card = actor.holder && holds(*actor.holder, meeting, asked.delegation);
    if (is_its_phone || is_its_card) return std::nullopt;
    return Refusal{
        RefusalCode::not_yours,
        "Another device made this request: only that device or the chair can withdraw it."};
}

}  // namespace

Decision decide(const Room& room, const Withdraw& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (const Request* request = find_request(*meeting, command.inscription)) {
        if (const auto refusal = not_yours(*meeting, context.actor, *request)) return *refusal;
        return Events{Withdrawn{meeting->id, request->id}};
    }
    const Inscription* inscription = find(*meeting, command.inscription);
    if (inscription == nullptr) {
        return Refusal{RefusalCode::unknown_request,
                       "This is neither requested nor on the list any more."};
    }
    if (const auto refusal = not_yours(*meeting, context.actor, *inscription)) return *refusal;
    const std::string& name = name_of(*meeting, *inscription);
    if (inscription->kind == InscriptionKind::sur_statement ||
        inscription->kind == InscriptionKind::panel_statement) {
        return Refusal{RefusalCode::malformed,
                       {"on_the_programme",
                        "{who} is on the programme: it declines, or its chair is empty.",
                        {{"who", name}}}};
    }
    if (inscription->status != InscriptionStatus::waiting) {
        return Refusal{RefusalCode::not_waiting, name + " is not waiting any more."};
    }
    return Events{Withdrawn{meeting->id, inscription->id}};
}

}  // namespace rostrum::commands
