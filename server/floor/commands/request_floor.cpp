#include <algorithm>
#include <string_view>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/states.hpp"

namespace rostrum::commands {

namespace {

/// Finds a Mission by its id; nullopt if no State has that code.
const State* state_of(const DelegationId& id) {
    constexpr std::string_view prefix = "mission-";
    std::string code = id.value;
    if (!code.starts_with(prefix)) return nullptr;
    code.erase(0, prefix.size());
    std::transform(code.begin(), code.end(), code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return state_by_code(code);
}

std::optional<Refusal> questions_are_closed(const Meeting& meeting, Instant now) {
    const Questions& questions = meeting.questions;
    if (!questions.open || (questions.closes_at && now >= *questions.closes_at))
        return Refusal{RefusalCode::questions_closed, "The list for questions is closed."};
    const auto is_question = [](const auto& one) { return one.kind == InscriptionKind::question; };
    const auto asked = std::count_if(meeting.list.begin(), meeting.list.end(), is_question) +
                       std::count_if(meeting.requests.begin(), meeting.requests.end(), is_question);
    if (questions.most > 0 && asked >= static_cast<std::ptrdiff_t>(questions.most))
        return Refusal{
            RefusalCode::list_full,
            "The list is full: " + std::to_string(questions.most) + " questions were asked for."};
    return std::nullopt;
}

/// A delegation has one request until it has spoken.
std::optional<Refusal> has_asked(const Meeting& meeting, const DelegationId& delegation,
                                 InscriptionKind kind) {
    const bool is_asking = std::any_of(
        meeting.requests.begin(), meeting.requests.end(),
        [&](const Request& one) { return one.delegation == delegation && one.kind == kind; });
    const bool is_waiting =
        std::any_of(meeting.list.begin(), meeting.list.end(), [&](const Inscription& one) {
            return one.delegation == delegation && one.kind == kind &&
                   (one.status == InscriptionStatus::waiting ||
                    one.status == InscriptionStatus::speaking ||
                    one.status == InscriptionStatus::interrupted);
        });
    if (!is_asking && !is_waiting) return std::nullopt;
    return Refusal{
        RefusalCode::already_asked,
        "This delegation has already asked for the floor: it may ask again once it has spoken."};
}

bool can_be_asked_for(InscriptionKind kind) {
    return kind == InscriptionKind::question || kind == InscriptionKind::right_of_reply ||
           kind == InscriptionKind::point_of_order;
}

}  // namespace

Decision decide(const Room& room, const RequestFloor& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const Delegation* delegation = find(*meeting, command.delegation);
    const State* state = state_of(command.delegation);
    if (delegation == nullptr && state == nullptr)
        return Refusal{RefusalCode::unknown_state, "No State has that code."};
    if (!can_be_asked_for(command.kind)) {
        return Refusal{RefusalCode::malformed,
                       "Only a question, a right of reply or a point of order can be requested."};
    }
    if (context.actor.role == Role::delegation && context.actor.device.empty()) {
        return Refusal{RefusalCode::malformed,
                       "A phone names itself in its Hello: only the device that asks may "
                       "withdraw."};
    }
    if (delegation != nullptr && delegation->kind != DelegationKind::mission &&
        delegation->kind != DelegationKind::state_under_review &&
        context.actor.role == Role::delegation) {
        return Refusal{RefusalCode::not_permitted,
                       "A phone can ask only for a Mission or for the State under Review."};
    }
    if (command.kind == InscriptionKind::question) {
        if (const auto refusal = questions_are_closed(*meeting, context.now)) return *refusal;
    }
    if (command.kind == InscriptionKind::right_of_reply && delegation != nullptr) {
        if (const auto refusal = replies_are_spent(room, *meeting, *delegation)) return *refusal;
    }
    if (const auto refusal = has_asked(*meeting, command.delegation, command.kind)) return *refusal;
    if (const auto refusal = not_all_on_the_podium(*meeting, command.addressed_to)) return *refusal;
    if (meeting->asked >= limits::requests_a_meeting) {
        return Refusal{RefusalCode::list_full,
                       "The floor was asked for " + std::to_string(meeting->asked) +
                           " times in this meeting, and cannot be asked for again."};
    }
    if (const auto refusal = list_is_full(*meeting, 1)) return *refusal;

    Events events;
    if (state != nullptr && (delegation == nullptr || delegation->standing != Standing::present))
        events.emplace_back(RollEntered{meeting->id, {state->code}});
    events.emplace_back(
        FloorRequested{meeting->id, command.delegation, command.kind, command.addressed_to});
    if (command.kind == InscriptionKind::question && meeting->questions.accept_at_once) {
        const std::string id = "ask-" + std::to_string(room.revision.value + 1);
        events.emplace_back(RequestAccepted{
            meeting->id, InscriptionId{id}, usual_allotment(command.kind, room.rules), {}});
    }
    return events;
}

}  // namespace rostrum::commands
