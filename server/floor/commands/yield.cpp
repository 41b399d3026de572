#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const Yield& command, const CommandContext& context) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    if (const auto refusal = silence_is_held(*meeting)) return *refusal;
    if (find(*meeting, statement->inscription)->round) {
        return Refusal{
            RefusalCode::outside_limits,
            {"answer_has_no_time",
             "An answer has no time of its own: the next one has what the round has left."}};
    }
    const auto to = the_inscription(*meeting, command.to);
    if (!to) return to.refusal();
    const std::string& name = name_of(*meeting, *to);
    if (to->status == InscriptionStatus::speaking) {
        return Refusal{RefusalCode::has_the_floor, name + " has the floor already."};
    }
    if (to->kind == InscriptionKind::point_of_order || to->round) {
        return Refusal{RefusalCode::not_waiting,
                       "Time can pass only to a statement, a question or a reply."};
    }
    if (!can_speak(delegation_of(*meeting, *to))) {
        return Refusal{RefusalCode::delegation_absent, name + " is not here, and cannot take it."};
    }
    const Duration left = remaining(statement->timer, context.now);
    if (left <= Duration{0}) {
        return Refusal{RefusalCode::outside_limits,
                       {"no_time_left", "No time is left to pass on."}};
    }
    if (to->added + left > limits::added_most) {
        return Refusal{RefusalCode::outside_limits,
                       {"added_most",
                        "At most {most} minutes can be added to one statement.",
                        {{"most", clock_face(limits::added_most)}}}};
    }
    if (const auto refusal = no_turn_is_left(*meeting)) return *refusal;
    // Time that has passed on is not the giver's any more.
    Events events{TimeAdded{statement->id, -left}};
    for (Event& event : pass_the_floor(*meeting, to->id)) events.push_back(std::move(event));
    // This act's revision is the id of the new statement.
    events.emplace_back(TimeAdded{StatementId{room.revision.value + 1}, left});
    return events;
}

}  // namespace rostrum::commands
