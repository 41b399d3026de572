#include <algorithm>

#include "floor/card_holder.hpp"
#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/states.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

/// A phone puts one delegation on the roll: a Mission, or the holder of its card.
Decision enter_by_phone(const Room& room, const Meeting& meeting, const EnterRoll& command,
                        const CommandContext& context) {
    const auto& holder = context.actor.holder;
    const bool is_organisation = holder && holder->state_code.empty();
    if (command.state_codes.size() != (is_organisation ? 0 : 1) || !command.guest.empty()) {
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
    const std::string guest{trimmed(command.guest)};
    if (const auto fault = text_fault("The name", guest, limits::title_length))
        return Refusal{RefusalCode::malformed, *fault};
    if (command.state_codes.empty() && guest.empty())
        return Refusal{RefusalCode::malformed, {"nobody_named", "Nobody is named."}};
    std::vector<std::string> arriving;
    for (const std::string& code : command.state_codes) {
        const Delegation* mission = find(*meeting, mission_id(code));
        const bool is_here = mission != nullptr && mission->standing == Standing::present;
        const bool is_named = std::find(arriving.begin(), arriving.end(), code) != arriving.end();
        if (!is_here && !is_named) arriving.push_back(code);
    }
    Events events;
    if (!arriving.empty()) events.emplace_back(RollEntered{meeting->id, std::move(arriving)});
    const Delegation* there = guest.empty() ? nullptr : find(*meeting, organisation_id(guest));
    if (!guest.empty() && (there == nullptr || there->standing != Standing::present)) {
        events.emplace_back(OrganisationEntered{meeting->id, guest});
        if (there == nullptr) {
            if (const auto refusal = roll_is_full(*meeting, events)) return *refusal;
        }
    }
    if (events.empty()) return Refusal{RefusalCode::already_so, "Already on the roll."};
    return events;
}

}  // namespace rostrum::commands
