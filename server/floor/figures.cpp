#include "floor/figures.hpp"

#include <algorithm>
#include <set>

namespace rostrum {

namespace {

bool is_cso(DelegationKind kind, const FigureDefinitions& definitions) {
    return kind == DelegationKind::national_cso || kind == DelegationKind::international_cso ||
           (kind == DelegationKind::nhri && definitions.nhris_are_csos);
}

bool is_panellist(DelegationKind kind) {
    return kind == DelegationKind::national_cso || kind == DelegationKind::international_cso ||
           kind == DelegationKind::nhri;
}

/// Somebody spoke for it; a silence does not count.
std::size_t turns_of(const Meeting& meeting, const Inscription& inscription) {
    return static_cast<std::size_t>(std::count_if(
        meeting.turns.begin(), meeting.turns.end(),
        [&](const Turn& turn) { return turn.inscription == inscription.id && !turn.silence; }));
}

bool took_floor(const Meeting& meeting, const Delegation& plate,
                const FigureDefinitions& definitions) {
    if (plate.standing == Standing::read_by && !definitions.read_by_another_counts) return false;
    return std::any_of(meeting.list.begin(), meeting.list.end(), [&](const Inscription& one) {
        return one.delegation == plate.id && one.kind == InscriptionKind::panel_statement &&
               turns_of(meeting, one) > 0;
    });
}

void count_plate(const Meeting& meeting, const Delegation& plate, Figures& figures) {
    if (plate.kind == DelegationKind::state_under_review) {
        if (plate.standing == Standing::present) ++figures.surs_attended;
        return;
    }
    if (is_panellist(plate.kind) && plate.standing != Standing::present) ++figures.plates_absent;
    if (!took_floor(meeting, plate, figures.definitions)) return;
    if (plate.kind == DelegationKind::nhri) ++figures.nhris;
    if (!is_cso(plate.kind, figures.definitions)) return;
    ++figures.csos_took_floor;
    if (plate.kind != DelegationKind::international_cso) ++figures.national_csos;
    if (plate.represented_by == RepresentedBy::woman) ++figures.represented_by_women;
}

void count_time(const Meeting& meeting, const Inscription& inscription, Figures& figures) {
    const std::size_t turns = turns_of(meeting, inscription);
    if (turns == 0) return;
    const Duration allotted = inscription.allotted + inscription.added;
    auto kind = std::find_if(figures.kinds.begin(), figures.kinds.end(),
                             [&](const KindFigures& one) { return one.kind == inscription.kind; });
    if (kind == figures.kinds.end())
        kind = figures.kinds.insert(figures.kinds.end(), {inscription.kind, 0, {}, {}});
    ++kind->count;
    kind->allotted += allotted;
    kind->used += inscription.spoken;
    figures.speakers.push_back({meeting.id, meeting.state,
                                delegation_of(meeting, inscription).title, inscription.kind,
                                allotted, inscription.spoken, turns});
}

}  // namespace

Figures figures_of(const std::vector<const Meeting*>& meetings,
                   const FigureDefinitions& definitions) {
    Figures figures;
    figures.definitions = definitions;
    std::set<DelegationId> missions;
    std::size_t attendances = 0;
    for (const Meeting* meeting : meetings) {
        if (!meeting->opened_at) continue;
        ++figures.meetings;
        for (const Delegation& plate : meeting->delegations) count_plate(*meeting, plate, figures);
        for (const Inscription& inscription : meeting->list)
            count_time(*meeting, inscription, figures);
        for (const Delegation& one : meeting->roll) {
            if (one.kind != DelegationKind::mission) continue;
            missions.insert(one.id);
            ++attendances;
        }
    }
    std::sort(figures.kinds.begin(), figures.kinds.end(),
              [](const KindFigures& a, const KindFigures& b) { return a.kind < b.kind; });
    figures.missions = missions.size();
    if (!missions.empty()) {
        figures.missions_share_percent = 100.0 * static_cast<double>(attendances) /
                                         static_cast<double>(figures.meetings * missions.size());
    }
    return figures;
}

}  // namespace rostrum
