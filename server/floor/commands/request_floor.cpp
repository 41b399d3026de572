#include <algorithm>

#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/limits.hpp"
#include "floor/states.hpp"

namespace rostrum::commands {

namespace {

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

std::optional<Refusal> only_questions(const Room& room, const Actor& actor, InscriptionKind kind) {
    if (!room.asking.questions_only || actor.holder || kind == InscriptionKind::question)
        return std::nullopt;
    return Refusal{RefusalCode::card_needed,
                   "In this room a right of reply and a point of order take the delegation's "
                   "card."};
}

bool can_be_asked_for(InscriptionKind kind) {
    return kind == InscriptionKind::question || kind == InscriptionKind::right_of_reply ||
           kind == InscriptionKind::point_of_order;
}

}  // namespace

Decision decide(const Room& room, const RequestFloor& command, const CommandContext& context) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const Actor& actor = context.actor;
    const Delegation* delegation = find(*meeting, command.delegation);
    const bool is_card =
        actor.holder && command.delegation == delegation_of(*actor.holder, *meeting);
    if (delegation == nullptr && !is_card && state_of_mission(command.delegation) == nullptr)
        return Refusal{RefusalCode::unknown_state, "No State has that code."};
    if (!can_be_asked_for(command.kind)) {
        return Refusal{RefusalCode::malformed,
                       {"kind_requested",
                        "Only a question, a right of reply or a point of order can be "
                        "requested."}};
    }
    Asker asker;
    if (actor.role == Role::delegation) {
        auto judged = judge_asker(room, *meeting, command.delegation, context);
        if (auto* refusal = std::get_if<Refusal>(&judged)) return std::move(*refusal);
        asker = std::get<Asker>(std::move(judged));
        if (const auto refusal = only_questions(room, actor, command.kind)) return *refusal;
    }
    if (command.kind == InscriptionKind::question) {
        if (const auto refusal = questions_are_closed(*meeting, context.now)) return *refusal;
    }
    if (command.kind == InscriptionKind::right_of_reply && delegation != nullptr) {
        if (const auto refusal = replies_are_spent(room, *meeting, *delegation)) return *refusal;
    }
    if (const auto refusal = has_asked(*meeting, command.delegation, command.kind)) return *refusal;
    if (const auto refusal = not_all_on_the_podium(*meeting, command.addressed_to)) return *refusal;
    if (meeting->requests.size() >= limits::requests_a_meeting) {
        return Refusal{RefusalCode::list_full, std::to_string(meeting->requests.size()) +
                                                   " requests await the chair's decision."};
    }
    if (const auto refusal = list_is_full(*meeting, 1)) return *refusal;
    const auto entry = entry_of(*meeting, command.delegation, actor.holder);
    if (const auto refusal = roll_is_full(*meeting, entry)) return *refusal;

    Events events = std::move(asker.first);
    if (asker.is_held) {
        events.emplace_back(PhoneHeld{meeting->id, actor.device, command.delegation});
        return events;
    }
    events.insert(events.end(), entry.begin(), entry.end());
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
