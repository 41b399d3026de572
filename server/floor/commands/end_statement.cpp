#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const EndStatement& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    if (const auto refusal = point_of_order_is_heard(*meeting)) return *refusal;
    return Events{StatementEnded{statement->id}};
}

}  // namespace rostrum::commands
