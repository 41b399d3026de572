#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/lost_time.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SettleLostTime& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    const Duration offered = offered_time(*meeting);
    if (offered == Duration{0})
        return Refusal{RefusalCode::already_so, "No lost time is left to give back."};
    if (command.offered != offered)
        return Refusal{RefusalCode::stale,
                       "It is " + clock_face(offered) + " minutes that are offered now."};
    Events events{LostTimeSettled{statement->id}};
    if (command.give_back) events.emplace_back(TimeAdded{statement->id, offered});
    return events;
}

}  // namespace rostrum::commands
