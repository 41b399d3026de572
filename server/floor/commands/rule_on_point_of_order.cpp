#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const RuleOnPointOfOrder& command) {
    const auto meeting = the_open_meeting(room);
    if (!meeting) return meeting.refusal();
    const auto statement = the_statement(*meeting, command.statement);
    if (!statement) return statement.refusal();
    if (point_of_order(*meeting) == nullptr) {
        return Refusal{RefusalCode::no_point_of_order, "No point of order is being heard."};
    }
    auto text = paragraph(command.text, limits::ruling_length, "The ruling");
    if (auto* refusal = std::get_if<Refusal>(&text)) return std::move(*refusal);
    return Events{
        PointOfOrderRuled{statement->id, command.ruling, std::get<std::string>(std::move(text))}};
}

}  // namespace rostrum::commands
