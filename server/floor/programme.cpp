#include "floor/programme.hpp"

namespace rostrum {

namespace {

Inscription waiting(const DelegationId& delegation, InscriptionKind kind, Duration allotted) {
    Inscription inscription;
    inscription.id = InscriptionId{delegation.value};
    inscription.delegation = delegation;
    inscription.kind = kind;
    inscription.allotted = allotted;
    return inscription;
}

}  // namespace

const std::string& sur_id() {
    static const std::string id = "sur";
    return id;
}

Meeting planned_meeting(const PlannedMeeting& plan) {
    Meeting meeting;
    meeting.id = plan.id;
    meeting.state = plan.state;
    meeting.starts_at = plan.starts_at;
    meeting.ends_at = plan.ends_at;

    Delegation sur;
    sur.id = DelegationId{sur_id()};
    sur.kind = DelegationKind::state_under_review;
    sur.title = plan.state.name;
    meeting.list.push_back(waiting(sur.id, InscriptionKind::sur_statement, plan.sur_allotted));
    meeting.delegations.push_back(std::move(sur));

    for (const PlannedDelegation& panellist : plan.panel) {
        meeting.delegations.push_back({panellist.id, panellist.kind, panellist.title,
                                       panellist.subject, panellist.standing,
                                       panellist.absence_reason});
        meeting.list.push_back(
            waiting(panellist.id, InscriptionKind::panel_statement, panellist.allotted));
    }
    return meeting;
}

}  // namespace rostrum
