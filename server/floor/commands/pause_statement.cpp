#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const PauseStatement& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    if (const auto refusal = silence_is_held(*meeting)) return *refusal;
    if (!statement->timer.running_since) {
        return Refusal{RefusalCode::already_so, "The statement is already paused."};
    }
    return Events{StatementPaused{statement->id}};
}

}  // namespace rostrum::commands
