#include <algorithm>

#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/states.hpp"

namespace rostrum::commands {

namespace {

/// A phone puts one delegation on the roll: a Mission, or the holder of its card.
Decision enter_by_phone(const Room& room, const Meeting& meeting, const EnterRoll& command,
                        const CommandContext& context) {
    const auto& holder = context.actor.holder;
    const bool is_organisation = holder && holder->state_code.empty();
    if (command.state_codes.size() != (is_organisation ? 0 : 1)) {
        return Refusal{RefusalCode::not_permitted,
                       "A phone can enter only one Mission on the roll."};
    }
    const DelegationId named = is_organisation ? delegation_of(*holder, meeting)
                               : holder && holder->state_code == command.state_codes.front()
                                   ? delegation_of(*holder, meeting)
                                   : mission_id(command.state_codes.front());
    auto judged = judge_asker(room, meeting, named, context);
    if (auto* refusal = std::get_if<Refusal>(&judged)) return std::move(*refusal);
    auto [events, is_held] = std::get<Asker>(std::move(judged));
    if (is_held) {
        events.emplace_back(PhoneHeld{meeting.id, context.actor.device, named});
        return events;
    }
    Events entry = entry_of(meeting, named, holder);
    const Phone* phone = find_phone(meeting, context.actor.device);
    const bool is_its_own = phone != nullptr && phone->delegation == named;
    if (entry.empty() && (is_its_own || state_of_mission(named) == nullptr))
        return Refusal{RefusalCode::already_so, "Already on the roll."};
    if (const auto refusal = roll_is_full(meeting, entry)) return *refusal;
    // A Mission that is there already: the phone asks for it from now on.
    if (entry.empty()) entry = {RollEntered{meeting.id, command.state_codes}};
    events.insert(events.end(), entry.begin(), entry.end());
    return events;
}

}  // namespace

Decision decide(const Room& room, const EnterRoll& command, const CommandContext& context) {
    const auto meeting = the_meeting_of_the_roll(room, command.meeting, context.actor.role);
    if (!meeting) return meeting.refusal();
    for (const std::string& code : command.state_codes)
        if (state_by_code(code) == nullptr)
            return Refusal{RefusalCode::unknown_state, "No State has the code " + code + "."};
    if (context.actor.role == Role::delegation)
        return enter_by_phone(room, *meeting, command, context);
    if (command.state_codes.empty()) return Refusal{RefusalCode::malformed, "No State is named."};
    std::vector<std::string> arriving;
    for (const std::string& code : command.state_codes) {
        const Delegation* mission = find(*meeting, mission_id(code));
        const bool is_here = mission != nullptr && mission->standing == Standing::present;
        const bool is_named = std::find(arriving.begin(), arriving.end(), code) != arriving.end();
        if (!is_here && !is_named) arriving.push_back(code);
    }
    if (arriving.empty()) return Refusal{RefusalCode::already_so, "Already on the roll."};
    return Events{RollEntered{meeting->id, std::move(arriving)}};
}

}  // namespace rostrum::commands
