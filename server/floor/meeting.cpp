#include "floor/meeting.hpp"

#include <algorithm>

#include "floor/limits.hpp"

namespace rostrum {

namespace {

/// Things of a meeting are few: a walk finds them soonest.
template <class Things, class Key>
auto* find_by_id(Things& things, const Key& id) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [&](const auto& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Delegation* find(const Meeting& meeting, const DelegationId& id) {
    return find_by_id(meeting.delegations, id);
}

Delegation* find(Meeting& meeting, const DelegationId& id) {
    return find_by_id(meeting.delegations, id);
}

const Inscription* find(const Meeting& meeting, const InscriptionId& id) {
    return find_by_id(meeting.list, id);
}

Inscription* find(Meeting& meeting, const InscriptionId& id) {
    return find_by_id(meeting.list, id);
}

const Delegation& delegation_of(const Meeting& meeting, const Inscription& inscription) {
    return *find(meeting, inscription.delegation);
}

const Inscription* next_inscription(const Meeting& meeting) {
    for (const Inscription& inscription : meeting.list) {
        if (inscription.status == InscriptionStatus::waiting &&
            delegation_of(meeting, inscription).standing == Standing::present) {
            return &inscription;
        }
    }
    return nullptr;
}

AllotmentLimits allotment_limits(InscriptionKind kind) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return {limits::sur_shortest, limits::sur_longest};
        case InscriptionKind::panel_statement:
            break;
    }
    return {limits::panel_shortest, limits::panel_longest};
}

Instant due_at(const Meeting& meeting) {
    if (!meeting.opened_at) return meeting.ends_at;
    const bool as_planned = *meeting.opened_at >= meeting.starts_at - limits::opened_early_most &&
                            *meeting.opened_at < meeting.ends_at;
    return as_planned ? meeting.ends_at
                      : *meeting.opened_at + (meeting.ends_at - meeting.starts_at);
}

}  // namespace rostrum
