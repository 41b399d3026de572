#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/states.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const EnterRoll& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (command.state_codes.empty()) return Refusal{RefusalCode::malformed, "No State is named."};
    if (context.actor.role == Role::delegation && command.state_codes.size() != 1) {
        return Refusal{RefusalCode::not_permitted,
                       "A phone can enter only one Mission on the roll."};
    }
    std::vector<std::string> arriving;
    for (const std::string& code : command.state_codes) {
        if (state_by_code(code) == nullptr)
            return Refusal{RefusalCode::unknown_state, "No State has the code " + code + "."};
        const Delegation* mission = find(*meeting, mission_id(code));
        const bool is_here = mission != nullptr && mission->standing == Standing::present;
        const bool is_named = std::find(arriving.begin(), arriving.end(), code) != arriving.end();
        if (!is_here && !is_named) arriving.push_back(code);
    }
    if (arriving.empty()) return Refusal{RefusalCode::already_so, "Already on the roll."};
    return Events{RollEntered{meeting->id, std::move(arriving)}};
}

}  // namespace rostrum::commands
