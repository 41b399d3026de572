#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

bool is_within(Duration added, Duration most) {
    return added >= -most && added <= most;
}

}  // namespace

Decision decide(const Room& room, const AddTime& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    if (const auto refusal = silence_is_held(*meeting)) return *refusal;
    if (command.added == Duration{0}) {
        return Refusal{RefusalCode::outside_limits,
                       {"no_time_given", "No time is given to add or to take."}};
    }

    constexpr Duration most = limits::added_most;
    const Inscription& inscription = *find(*meeting, statement->inscription);
    // The first bound keeps the second sum from overflowing.
    if (!is_within(command.added, 2 * most) ||
        !is_within(inscription.added + command.added, most)) {
        return Refusal{
            RefusalCode::outside_limits,
            {"added_limits",
             "At most {most} minutes can be added to one statement, or taken from it, in all.",
             {{"most", clock_face(most)}}}};
    }
    if (inscription.allotted + inscription.added + command.added < Duration{0}) {
        return Refusal{RefusalCode::outside_limits,
                       {"no_more_taken",
                        "{who} has {time} minutes in all: no more can be taken.",
                        {{"who", name_of(*meeting, inscription)},
                         {"time", clock_face(inscription.allotted + inscription.added)}}}};
    }
    return Events{TimeAdded{statement->id, command.added}};
}

}  // namespace rostrum::commands
