#include "floor/programme.hpp"

#include <algorithm>

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

Delegation plate_of_sur(const State& state) {
    Delegation sur;
    sur.id = DelegationId{sur_id()};
    sur.kind = DelegationKind::state_under_review;
    sur.title = state.name;
    sur.state_code = state.code;
    return sur;
}

Delegation plate_of_moderator() {
    Delegation moderator;
    moderator.id = DelegationId{moderator_id()};
    moderator.kind = DelegationKind::moderator;
    moderator.title = "Moderator";
    return moderator;
}

/// Applies the plan to a plate, except its standing.
void write_plate(Delegation& plate, const PlannedDelegation& plan) {
    plate.id = plan.id;
    plate.kind = plan.kind;
    for (const PlateText& text : plate_texts) plate.*text.plate = plan.*text.planned;
    plate.represented_by = plan.represented_by;
}

Delegation plate_of(const PlannedDelegation& plan) {
    Delegation plate;
    write_plate(plate, plan);
    plate.standing = plan.standing.value_or(Standing::present);
    // A plan does not say who reads a statement: its speaker is absent.
    if (plate.standing == Standing::read_by) plate.standing = Standing::absent;
    plate.absence_reason = plan.absence_reason;
    return plate;
}

PlannedDelegation plan_of(const Delegation& plate, Duration allotted) {
    PlannedDelegation plan;
    plan.id = plate.id;
    plan.kind = plate.kind;
    for (const PlateText& text : plate_texts) plan.*text.planned = plate.*text.plate;
    plan.allotted = allotted;
    plan.standing = plate.standing;
    plan.absence_reason = plate.absence_reason;
    plan.represented_by = plate.represented_by;
    return plan;
}

bool waits(const Inscription* inscription) {
    return inscription != nullptr && inscription->status == InscriptionStatus::waiting;
}

/// A plate missing from the plan is removed if nothing has happened to it.
void take_down_the_others(Meeting& meeting, const PlannedMeeting& plan) {
    const auto goes = [&](const DelegationId& id) {
        return id.value != sur_id() && !has_plate(plan.panel, id) && can_be_taken_down(meeting, id);
    };
    std::vector<DelegationId> gone;
    for (const Delegation& plate : meeting.delegations)
        if (goes(plate.id)) gone.push_back(plate.id);
    const auto is_gone = [&](const DelegationId& id) {
        return std::find(gone.begin(), gone.end(), id) != gone.end();
    };
    std::erase_if(meeting.list, [&](const Inscription& one) { return is_gone(one.delegation); });
    std::erase_if(meeting.delegations, [&](const Delegation& one) { return is_gone(one.id); });
    for (Inscription& inscription : meeting.list) std::erase_if(inscription.addressed_to, is_gone);
    for (Request& request : meeting.requests) std::erase_if(request.addressed_to, is_gone);
    std::erase_if(meeting.requests, [&](const Request& one) { return is_gone(one.delegation); });
    for (const DelegationId& id : gone) leave_unread(meeting, id);
}

/// Inserts before the first of the kinds that follow the panel.
auto end_of_panel(Meeting& meeting) {
    return std::find_if(meeting.list.begin(), meeting.list.end(), [](const Inscription& one) {
        return one.kind != InscriptionKind::sur_statement &&
               one.kind != InscriptionKind::panel_statement;
    });
}

/// Gives the State under Review its statement, if it waits; none for no time.
void allot_sur(Meeting& meeting, Duration allotted) {
    const InscriptionId id{sur_id()};
    Inscription* inscription = find(meeting, id);
    if (inscription == nullptr && allotted > Duration{0}) {
        meeting.list.insert(
            meeting.list.begin(),
            waiting(DelegationId{sur_id()}, InscriptionKind::sur_statement, allotted));
    } else if (waits(inscription)) {
        inscription->allotted = allotted;
        if (allotted == Duration{0})
            std::erase_if(meeting.list, [&](const Inscription& one) { return one.id == id; });
    }
}

}  // namespace

const std::string& sur_id() {
    static const std::string id = "sur";
    return id;
}

const std::string& moderator_id() {
    static const std::string id = "moderator";
    return id;
}

DelegationId mission_id(std::string_view state_code) {
    std::string id = "mission-";
    for (const char c : state_code)
        id += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return DelegationId{id};
}

Meeting planned_meeting(const PlannedMeeting& plan, SpeakingOrder order) {
    Meeting meeting;
    meeting.id = plan.id;
    meeting.state = plan.state;
    meeting.starts_at = plan.starts_at;
    meeting.ends_at = plan.ends_at;
    meeting.hard_stop = plan.hard_stop;
    meeting.delegations.push_back(plate_of_sur(plan.state));
    allot_sur(meeting, plan.sur_allotted);
    meeting.roll.push_back(plate_of_moderator());
    for (const PlannedDelegation& panellist : plan.panel) {
        meeting.delegations.push_back(plate_of(panellist));
        meeting.list.push_back(
            waiting(panellist.id, InscriptionKind::panel_statement, panellist.allotted));
    }
    put_in_order(meeting, order);
    return meeting;
}

void put_in_order(Meeting& meeting, SpeakingOrder order) {
    const auto rank = [&](const Inscription& inscription) {
        const auto plate =
            std::find_if(meeting.delegations.begin(), meeting.delegations.end(),
                         [&](const Delegation& one) { return one.id == inscription.delegation; });
        const bool first =
            order == SpeakingOrder::nhri_first && plate->kind == DelegationKind::nhri;
        return std::pair{!first, plate - meeting.delegations.begin()};
    };
    const auto is_moved = [](const Inscription& inscription) {
        return inscription.kind == InscriptionKind::panel_statement && waits(&inscription);
    };
    std::vector<Inscription> ordered;
    std::copy_if(meeting.list.begin(), meeting.list.end(), std::back_inserter(ordered), is_moved);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Inscription& a, const Inscription& b) { return rank(a) < rank(b); });
    auto next = ordered.begin();
    for (Inscription& inscription : meeting.list)
        if (is_moved(inscription)) inscription = std::move(*next++);
}

bool has_plate(const std::vector<PlannedDelegation>& panel, const DelegationId& id) {
    return std::any_of(panel.begin(), panel.end(),
                       [&](const PlannedDelegation& one) { return one.id == id; });
}

bool can_be_taken_down(const Meeting& meeting, const DelegationId& plate) {
    if (is_heard(meeting, plate)) return false;
    return std::all_of(meeting.list.begin(), meeting.list.end(), [&](const Inscription& one) {
        return one.delegation != plate || waits(&one);
    });
}

bool changes_standing(const Delegation& plate, const PlannedDelegation& plan) {
    if (!plan.standing || plan.standing == Standing::read_by) return false;
    if (plate.standing == Standing::read_by && plan.standing == Standing::absent)
        return !plan.absence_reason.empty();
    return plate.standing != *plan.standing || plate.absence_reason != plan.absence_reason;
}

void edit(Meeting& meeting, const PlannedMeeting& plan) {
    meeting.state = plan.state;
    meeting.starts_at = plan.starts_at;
    meeting.ends_at = plan.ends_at;
    meeting.hard_stop = plan.hard_stop;
    meeting.delegations.front().title = plan.state.name;
    meeting.delegations.front().state_code = plan.state.code;
    take_down_the_others(meeting, plan);
    const auto allot = [&](const InscriptionId& id, Duration allotted) {
        if (Inscription* inscription = find(meeting, id); waits(inscription))
            inscription->allotted = allotted;
    };
    allot_sur(meeting, plan.sur_allotted);

    // The plates follow the order of the plan; those that stay without being in it come last.
    std::vector<Delegation> plates{meeting.delegations.front()};
    for (const PlannedDelegation& panellist : plan.panel) {
        Delegation plate = plate_of(panellist);
        if (const Delegation* there = find(meeting, panellist.id)) {
            plate = *there;
            write_plate(plate, panellist);
        } else {
            meeting.list.insert(
                end_of_panel(meeting),
                waiting(panellist.id, InscriptionKind::panel_statement, panellist.allotted));
        }
        plates.push_back(std::move(plate));
        allot(InscriptionId{panellist.id.value}, panellist.allotted);
    }
    for (std::size_t i = 1; i < meeting.delegations.size(); ++i)
        if (!has_plate(plan.panel, meeting.delegations[i].id))
            plates.push_back(meeting.delegations[i]);
    meeting.delegations = std::move(plates);
}

PlannedMeeting plan_of(const Meeting& meeting) {
    PlannedMeeting plan;
    plan.id = meeting.id;
    plan.state = meeting.state;
    plan.starts_at = meeting.starts_at;
    plan.ends_at = meeting.ends_at;
    plan.hard_stop = meeting.hard_stop;
    for (const Delegation& plate : meeting.delegations) {
        const Inscription* inscription = find(meeting, InscriptionId{plate.id.value});
        const Duration allotted = inscription == nullptr ? Duration{} : inscription->allotted;
        if (plate.kind == DelegationKind::state_under_review)
            plan.sur_allotted = allotted;
        else
            plan.panel.push_back(plan_of(plate, allotted));
    }
    return plan;
}

}  // namespace rostrum
