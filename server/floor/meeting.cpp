#include "floor/meeting.hpp"

#include <algorithm>

#include "floor/limits.hpp"

namespace rostrum {

namespace {

/// A meeting holds few items: a linear search is fastest.
template <class Things, class Key>
auto* find_by_id(Things& things, const Key& id) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [&](const auto& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

RoundId round_of(Revision act) {
    return RoundId{act.value};
}

InscriptionId answer_of(RoundId round, std::size_t place) {
    return InscriptionId{"answer-" + std::to_string(round.value) + "-" + std::to_string(place)};
}

bool is_open_or_suspended(const Meeting& meeting) {
    return meeting.course == Course::open || meeting.course == Course::suspended;
}

const Delegation* find(const Meeting& meeting, const DelegationId& id) {
    const Delegation* plate = find_by_id(meeting.delegations, id);
    return plate != nullptr ? plate : find_by_id(meeting.roll, id);
}

Delegation* find(Meeting& meeting, const DelegationId& id) {
    Delegation* plate = find_by_id(meeting.delegations, id);
    return plate != nullptr ? plate : find_by_id(meeting.roll, id);
}

const Inscription* find(const Meeting& meeting, const InscriptionId& id) {
    return find_by_id(meeting.list, id);
}

Inscription* find(Meeting& meeting, const InscriptionId& id) {
    return find_by_id(meeting.list, id);
}

const Request* find_request(const Meeting& meeting, const InscriptionId& id) {
    return find_by_id(meeting.requests, id);
}

const Phone* find_phone(const Meeting& meeting, const std::string& device) {
    const auto found = std::find_if(meeting.phones->begin(), meeting.phones->end(),
                                    [&](const Phone& one) { return one.device == device; });
    return found == meeting.phones->end() ? nullptr : &*found;
}

const Delegation& delegation_of(const Meeting& meeting, const Inscription& inscription) {
    return *find(meeting, inscription.delegation);
}

bool can_speak(const Delegation& delegation) {
    return delegation.standing == Standing::present || delegation.standing == Standing::read_by;
}

bool is_heard(const Meeting& meeting, const DelegationId& id) {
    if (meeting.statement && meeting.statement->silence) return false;
    return std::any_of(meeting.list.begin(), meeting.list.end(), [&](const Inscription& one) {
        return (one.status == InscriptionStatus::speaking ||
                one.status == InscriptionStatus::interrupted) &&
               (one.delegation == id || delegation_of(meeting, one).reader == id);
    });
}

bool has_had_a_turn(const Meeting& meeting, const Inscription& inscription) {
    return std::any_of(meeting.turns.begin(), meeting.turns.end(),
                       [&](const Turn& turn) { return turn.inscription == inscription.id; });
}

void leave_unread(Meeting& meeting, const DelegationId& reader) {
    for (std::vector<Delegation>* plates : {&meeting.delegations, &meeting.roll}) {
        for (Delegation& plate : *plates) {
            if (plate.reader != reader) continue;
            plate.reader.reset();
            plate.standing = Standing::absent;
        }
    }
}

const Inscription* point_of_order(const Meeting& meeting) {
    if (!meeting.statement) return nullptr;
    const Inscription* speaking = find(meeting, meeting.statement->inscription);
    return speaking->kind == InscriptionKind::point_of_order ? speaking : nullptr;
}

Duration left_of(const Meeting& meeting, RoundId round) {
    const AnswerRound* found = find_by_id(meeting.rounds, round);
    Duration left = found == nullptr ? Duration{0} : found->budget;
    for (const Inscription& inscription : meeting.list) {
        if (inscription.round == round) left += inscription.added - inscription.spoken;
    }
    return std::max(left, Duration{0});
}

Duration left_to_waiting(const Meeting& meeting, RoundId round) {
    for (const Inscription& inscription : meeting.list) {
        const bool has_begun = inscription.status == InscriptionStatus::speaking ||
                               inscription.status == InscriptionStatus::interrupted;
        if (inscription.round == round && has_begun) return Duration{0};
    }
    return left_of(meeting, round);
}

const Inscription* next_inscription(const Meeting& meeting) {
    for (const Inscription& inscription : meeting.list) {
        if (inscription.status == InscriptionStatus::waiting &&
            can_speak(delegation_of(meeting, inscription))) {
            return &inscription;
        }
    }
    return nullptr;
}

AllotmentLimits allotment_limits(InscriptionKind kind, const Rules& rules) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return {rules.sur_shortest, rules.sur_longest};
        case InscriptionKind::panel_statement:
            return {rules.panel_shortest, rules.panel_longest};
        case InscriptionKind::follow_up:
        case InscriptionKind::question:
        case InscriptionKind::answer:
        case InscriptionKind::right_of_reply:
        case InscriptionKind::point_of_order:
            break;
    }
    return {limits::allotted_shortest, limits::allotted_longest};
}

Duration usual_allotment(InscriptionKind kind, const Rules& rules) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return rules.sur_longest;
        case InscriptionKind::panel_statement:
            return rules.panel_shortest;
        case InscriptionKind::follow_up:
        case InscriptionKind::question:
            return rules.question;
        case InscriptionKind::answer:
            return rules.answers;
        case InscriptionKind::right_of_reply:
            return rules.reply;
        case InscriptionKind::point_of_order:
            return rules.point_of_order;
    }
    return rules.question;
}

Instant due_at(const Meeting& meeting) {
    if (!meeting.opened_at) return meeting.ends_at;
    const bool as_planned = *meeting.opened_at >= meeting.starts_at - limits::opened_early_most &&
                            *meeting.opened_at < meeting.ends_at;
    return as_planned ? meeting.ends_at
                      : *meeting.opened_at + (meeting.ends_at - meeting.starts_at);
}

}  // namespace rostrum
