#include <algorithm>

#include "floor/card_holder.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

/// Who has had a turn was in the room.
std::optional<Refusal> was_heard(const Meeting& meeting, const Delegation& delegation) {
    for (const Turn& turn : meeting.turns) {
        const Inscription* one = find(meeting, turn.inscription);
        if (turn.reader != delegation.id && one->delegation != delegation.id) continue;
        return Refusal{RefusalCode::meeting_under_way,
                       delegation.title + " has had a turn in this meeting: it stays on the roll."};
    }
    return std::nullopt;
}

/// Whether it is there to leave; one that was entered by mistake may have left already.
std::variant<bool, Refusal> leaves(const Meeting& meeting, const DelegationId& id, bool mistaken) {
    const Delegation* delegation = find(meeting, id);
    if (delegation == nullptr || (!mistaken && delegation->standing != Standing::present))
        return false;
    if (auto refusal = has_the_floor(meeting, *delegation)) return std::move(*refusal);
    if (mistaken) {
        if (auto refusal = was_heard(meeting, *delegation)) return std::move(*refusal);
    }
    return true;
}

}  // namespace

Decision decide(const Room& room, const LeaveRoll& command, const CommandContext& context) {
    const auto meeting = the_meeting_of_the_roll(room, command.meeting, context.actor.role);
    if (!meeting) return meeting.refusal();
    const std::string guest{trimmed(command.guest)};
    if (command.state_codes.empty() && guest.empty())
        return Refusal{RefusalCode::malformed, {"nobody_named", "Nobody is named."}};
    RollLeft event{meeting->id, {}, command.mistaken};
    for (const std::string& code : command.state_codes) {
        auto judged = leaves(*meeting, mission_id(code), command.mistaken);
        if (auto* refusal = std::get_if<Refusal>(&judged)) return std::move(*refusal);
        const bool is_named = std::find(event.state_codes.begin(), event.state_codes.end(), code) !=
                              event.state_codes.end();
        if (std::get<bool>(judged) && !is_named) event.state_codes.push_back(code);
    }
    if (!guest.empty()) {
        auto judged = leaves(*meeting, organisation_id(guest), command.mistaken);
        if (auto* refusal = std::get_if<Refusal>(&judged)) return std::move(*refusal);
        if (std::get<bool>(judged)) event.guest = guest;
    }
    if (event.state_codes.empty() && event.guest.empty())
        return Refusal{RefusalCode::already_so, "Not on the roll."};
    return Events{std::move(event)};
}

}  // namespace rostrum::commands
