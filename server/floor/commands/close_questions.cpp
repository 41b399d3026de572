#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const CloseQuestions& /*command*/) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (!meeting->questions.open)
        return Refusal{RefusalCode::already_so, "The list for questions is already closed."};
    return Events{QuestionsClosed{}};
}

}  // namespace rostrum::commands
