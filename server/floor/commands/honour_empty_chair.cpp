#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

Refusal too_long() {
    return {RefusalCode::outside_limits,
            {"silence_limit",
             "A silence is at most {most} minutes.",
             {{"most", clock_face(limits::silence_longest)}}}};
}

}  // namespace

Decision decide(const Room& room, const HonourEmptyChair& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    if (const auto refusal = floor_has_passed(*meeting, command.ending)) return *refusal;
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    const auto inscription = the_inscription(*meeting, command.inscription);
    if (!inscription) return inscription.refusal();
    const std::string& name = name_of(*meeting, *inscription);
    if (inscription->status != InscriptionStatus::waiting) {
        return Refusal{RefusalCode::not_waiting, name + " has had its turn."};
    }
    if (delegation_of(*meeting, *inscription).standing == Standing::present) {
        return Refusal{RefusalCode::already_so, name + " is here: give it the floor."};
    }
    if (command.silence < Duration{0} || command.silence > limits::silence_longest)
        return too_long();
    if (const auto refusal = no_turn_is_left(*meeting)) return *refusal;

    Events events;
    if (meeting->statement) events.emplace_back(StatementEnded{meeting->statement->id});
    if (command.silence == Duration{0})
        events.emplace_back(ChairLeftEmpty{inscription->id});
    else
        events.emplace_back(SilenceBegun{inscription->id, command.silence});
    return events;
}

}  // namespace rostrum::commands
