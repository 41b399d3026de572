#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

/// A Mission that has had a turn was in the room.
std::optional<Refusal> was_heard(const Meeting& meeting, const Delegation& mission) {
    for (const Inscription& one : meeting.list) {
        if (one.delegation != mission.id || !has_had_a_turn(meeting, one)) continue;
        return Refusal{RefusalCode::meeting_under_way,
                       mission.title + " has had a turn in this meeting: it stays on the roll."};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const Room& room, const LeaveRoll& command, const CommandContext& context) {
    const auto meeting = the_meeting_of_the_roll(room, command.meeting, context.actor.role);
    if (!meeting) return meeting.refusal();
    if (command.state_codes.empty())
        return Refusal{RefusalCode::malformed, {"nobody_named", "Nobody is named."}};
    std::vector<std::string> leaving;
    for (const std::string& code : command.state_codes) {
        const Delegation* mission = find(*meeting, mission_id(code));
        if (mission == nullptr) continue;
        if (!command.mistaken && mission->standing != Standing::present) continue;
        if (const auto refusal = has_the_floor(*meeting, *mission)) return *refusal;
        if (command.mistaken) {
            if (const auto refusal = was_heard(*meeting, *mission)) return *refusal;
        }
        if (std::find(leaving.begin(), leaving.end(), code) == leaving.end())
            leaving.push_back(code);
    }
    if (leaving.empty()) return Refusal{RefusalCode::already_so, "Not on the roll."};
    return Events{RollLeft{meeting->id, std::move(leaving), command.mistaken}};
}

}  // namespace rostrum::commands
