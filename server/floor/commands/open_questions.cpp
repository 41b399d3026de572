#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const OpenQuestions& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (command.most > limits::requests_a_meeting) {
        return Refusal{RefusalCode::outside_limits,
                       {"most_questions",
                        "At most {most} questions can be asked in one meeting.",
                        {{"most", std::to_string(limits::requests_a_meeting)}}}};
    }
    if (command.open_for < Duration{0} || command.open_for > limits::meeting_longest) {
        return Refusal{
            RefusalCode::outside_limits,
            {"open_longest", "The list can be open for at most 6 hours, or until it is closed."}};
    }
    Questions questions{true, command.most, std::nullopt, command.accept_at_once};
    if (command.open_for > Duration{0}) questions.closes_at = context.now + command.open_for;
    if (meeting->questions == questions)
        return Refusal{RefusalCode::already_so, "The list for questions is already open."};
    return Events{QuestionsOpened{questions.most, questions.closes_at, questions.accept_at_once}};
}

}  // namespace rostrum::commands
