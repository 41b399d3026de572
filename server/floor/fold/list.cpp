#include <algorithm>

#include "floor/balance.hpp"
#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

namespace {

bool has_same_entries(std::vector<InscriptionId> ones, std::vector<InscriptionId> others) {
    std::sort(ones.begin(), ones.end());
    std::sort(others.begin(), others.end());
    return ones == others;
}

void take_request(Meeting& meeting, const InscriptionId& id) {
    std::erase_if(meeting.requests, [&](const Request& one) { return one.id == id; });
}

}  // namespace

void fold(const FoldContext& context, const InscriptionMoved& event) {
    Meeting& meeting = context.current();
    Inscription moved = on_the_list(meeting, event.inscription);
    std::erase_if(meeting.list, [&](const Inscription& one) { return one.id == moved.id; });
    require(!event.before || find(meeting, *event.before) != nullptr,
            "the inscription to insert before is on the list");
    put_on_the_list(meeting, std::move(moved), event.before);
}

void fold(const FoldContext& context, const ListArranged& event) {
    Meeting& meeting = context.current();
    require(has_same_entries(event.inscriptions, waiting_in_order(meeting)),
            "a list is arranged with those who wait, each once");
    std::vector<Inscription> arranged;
    for (const InscriptionId& id : event.inscriptions) arranged.push_back(on_the_list(meeting, id));
    auto next = arranged.begin();
    for (Inscription& one : meeting.list)
        if (one.status == InscriptionStatus::waiting) one = std::move(*next++);
}

void fold(const FoldContext& context, const QuestionsOpened& event) {
    context.current().questions = {true, event.most, event.closes_at, event.accept_at_once};
}

void fold(const FoldContext& context, const QuestionsClosed& /*event*/) {
    Questions& questions = context.current().questions;
    questions.open = false;
    questions.closes_at = std::min(questions.closes_at.value_or(context.act.at), context.act.at);
}

void fold(const FoldContext& context, const FloorRequested& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr || meeting->course == Course::closed) return;
    if (find(*meeting, event.delegation) == nullptr) return;
    // It asked again, and then an undo restored what it had asked for before.
    std::erase_if(meeting->requests, [&](const Request& one) {
        return one.delegation == event.delegation && one.kind == event.kind;
    });
    Request request;
    request.id = id_of("ask-", context.act.revision);
    request.delegation = event.delegation;
    request.kind = event.kind;
    request.addressed_to = event.addressed_to;
    request.asked_at = context.act.at;
    if (context.act.actor.role == Role::delegation) request.asked_by = context.act.actor.device;
    meeting->requests.push_back(std::move(request));
    pay(context, note_phone(context, *meeting, event.delegation));
}

void fold(const FoldContext& context, const RequestAccepted& event) {
    Meeting* meeting = context.meeting(event.meeting);
    const Request* found = meeting == nullptr ? nullptr : find_request(*meeting, event.request);
    // Its sender withdrew it before an undo restored its acceptance.
    if (found == nullptr) return;
    require_allottable(event.allotted);
    Inscription inscription;
    inscription.id = found->id;
    inscription.delegation = found->delegation;
    inscription.kind = found->kind;
    inscription.addressed_to = found->addressed_to;
    inscription.allotted = event.allotted;
    inscription.asked_by = found->asked_by;
    const auto before = event.before ? event.before : position_for(*meeting, inscription.kind);
    take_request(*meeting, event.request);
    put_on_the_list(*meeting, std::move(inscription), before);
}

void fold(const FoldContext& context, const RequestDeclined& event) {
    take_request(context.current(), event.request);
}

void fold(const FoldContext& context, const Withdrawn& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    take_request(*meeting, event.inscription);
    std::erase_if(meeting->list, [&](const Inscription& one) {
        return one.id == event.inscription && one.status == InscriptionStatus::waiting;
    });
}

void fold(const FoldContext& context, const Inscribed& event) {
    Meeting& meeting = context.current();
    require_allottable(event.allotted);
    Inscription inscription;
    inscription.id = id_of("entry-", context.act.revision);
    inscription.delegation = event.delegation;
    inscription.kind = event.kind;
    inscription.addressed_to = event.addressed_to;
    inscription.allotted = event.allotted;
    put_on_the_list(meeting, std::move(inscription), position_for(meeting, event.kind));
}

void fold(const FoldContext& context, const AnswersBegun& event) {
    Meeting& meeting = context.current();
    require_allottable(event.budget);
    const RoundId round = round_of(context.act.revision);
    meeting.rounds.push_back({round, event.budget});
    const auto before = position_for(meeting, InscriptionKind::answer);
    std::size_t place = 0;
    for (const DelegationId& delegation : event.delegations) {
        Inscription answer;
        answer.id = answer_of(round, ++place);
        answer.delegation = delegation;
        answer.kind = InscriptionKind::answer;
        answer.allotted = event.budget;
        answer.round = round;
        put_on_the_list(meeting, std::move(answer), before);
    }
}

}  // namespace rostrum::folding
