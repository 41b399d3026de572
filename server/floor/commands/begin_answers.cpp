#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const BeginAnswers& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (command.delegations.empty())
        return Refusal{RefusalCode::malformed, {"nobody_answers", "Nobody is named to answer."}};
    if (const auto refusal = not_all_on_the_podium(*meeting, command.delegations)) return *refusal;
    for (const DelegationId& id : command.delegations) {
        const Delegation& delegation = *find(*meeting, id);
        if (can_speak(delegation)) continue;
        return Refusal{RefusalCode::delegation_absent,
                       delegation.title + " is not here, and cannot answer."};
    }
    const Duration budget = command.budget == Duration{0} ? room.rules.answers : command.budget;
    if (budget < limits::allotted_shortest || budget > limits::allotted_longest) {
        return Refusal{RefusalCode::outside_limits,
                       {"budget_limits",
                        "A round of answers has {shortest} to {longest} minutes.",
                        {{"shortest", clock_face(limits::allotted_shortest)},
                         {"longest", clock_face(limits::allotted_longest)}}}};
    }
    if (const auto refusal = list_is_full(*meeting, command.delegations.size())) return *refusal;
    return Events{AnswersBegun{command.delegations, budget}};
}

}  // namespace rostrum::commands
