#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

/// The floor passes to the first who answers.
std::optional<Refusal> floor_cannot_pass(const Meeting& meeting,
                                         std::optional<StatementId> ending) {
    if (auto refusal = floor_has_passed(meeting, ending)) return refusal;
    if (auto refusal = point_of_order_is_heard(meeting)) return refusal;
    return no_turn_is_left(meeting);
}

}  // namespace

Decision decide(const Room& room, const BeginAnswers& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (command.calls_first)
        if (const auto refusal = floor_cannot_pass(*meeting, command.ending)) return *refusal;
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
    Events events{AnswersBegun{command.delegations, budget}};
    if (!command.calls_first) return events;
    const RoundId round = round_of(Revision{room.revision.value + 1});
    for (Event& event : pass_the_floor(*meeting, answer_of(round, 1)))
        events.push_back(std::move(event));
    return events;
}

}  // namespace rostrum::commands
