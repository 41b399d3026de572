#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const LeaveRoll& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    if (command.state_codes.empty()) return Refusal{RefusalCode::malformed, "No State is named."};
    std::vector<std::string> leaving;
    for (const std::string& code : command.state_codes) {
        const Delegation* mission = find(*meeting, mission_id(code));
        if (mission == nullptr || mission->standing != Standing::present) continue;
        if (const auto refusal = has_the_floor(*meeting, *mission)) return *refusal;
        if (std::find(leaving.begin(), leaving.end(), code) == leaving.end())
            leaving.push_back(code);
    }
    if (leaving.empty()) return Refusal{RefusalCode::already_so, "Not on the roll."};
    return Events{RollLeft{meeting->id, std::move(leaving)}};
}

}  // namespace rostrum::commands
