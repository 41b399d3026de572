#include "floor/figures.hpp"

#include <algorithm>

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

/// Its statement was made: by itself, or also by a reader.
bool made_statement(const Meeting& meeting, const Delegation& plate, bool a_reader_counts) {
    return std::any_of(meeting.turns.begin(), meeting.turns.end(), [&](const Turn& turn) {
        const Inscription& one = *find(meeting, turn.inscription);
        return one.delegation == plate.id && one.kind == InscriptionKind::panel_statement &&
               !turn.silence && (a_reader_counts || !turn.reader);
    });
}

/// Of those who made its statement: itself, or who read it.
bool a_woman_made_statement(const Meeting& meeting, const Delegation& plate, bool a_reader_counts) {
    return std::any_of(meeting.turns.begin(), meeting.turns.end(), [&](const Turn& turn) {
        const Inscription& one = *find(meeting, turn.inscription);
        if (one.delegation != plate.id || one.kind != InscriptionKind::panel_statement ||
            turn.silence || (turn.reader && !a_reader_counts))
            return false;
        const Delegation* speaks = turn.reader ? find(meeting, *turn.reader) : &plate;
        return speaks != nullptr && speaks->represented_by == RepresentedBy::woman;
    });
}

void count_plate(const Meeting& meeting, const Delegation& plate, Figures& figures) {
    if (plate.kind == DelegationKind::state_under_review) {
        if (plate.standing == Standing::present) ++figures.surs_attended;
        return;
    }
    // Who spoke and left was there.
    if (is_panellist(plate.kind) && plate.standing != Standing::present &&
        !made_statement(meeting, plate, false))
        ++figures.plates_absent;
    const bool a_reader_counts = figures.definitions.read_by_another_counts;
    if (!made_statement(meeting, plate, a_reader_counts)) return;
    if (plate.kind == DelegationKind::nhri) ++figures.nhris;
    if (!is_cso(plate.kind, figures.definitions)) return;
    ++figures.csos_took_floor;
    if (plate.kind != DelegationKind::international_cso) ++figures.national_csos;
    if (a_woman_made_statement(meeting, plate, a_reader_counts)) ++figures.represented_by_women;
}

/// The budget of a round counts with the first of its answers.
Duration budget_at(const Meeting& meeting, const Inscription& answer) {
    for (const Inscription& one : meeting.list) {
        if (one.round != answer.round || turns_of(meeting, one) == 0) continue;
        if (one.id != answer.id) return Duration{0};
        break;
    }
    for (const AnswerRound& round : meeting.rounds)
        if (round.id == answer.round) return round.budget;
    return Duration{0};
}

void count_time(const Meeting& meeting, const Inscription& inscription, Figures& figures) {
    const std::size_t turns = turns_of(meeting, inscription);
    if (turns == 0) return;
    const Duration given =
        inscription.round ? budget_at(meeting, inscription) : inscription.allotted;
    auto kind = std::find_if(figures.kinds.begin(), figures.kinds.end(),
                             [&](const KindFigures& one) { return one.kind == inscription.kind; });
    if (kind == figures.kinds.end())
        kind = figures.kinds.insert(figures.kinds.end(), {inscription.kind, 0, {}, {}});
    ++kind->count;
    kind->allotted += given + inscription.added;
    kind->used += inscription.spoken;
    const Delegation& plate = delegation_of(meeting, inscription);
    figures.speakers.push_back(
        {meeting.id, meeting.state, plate.title, inscription.kind,
         inscription.round ? std::nullopt : std::optional{given + inscription.added},
         inscription.spoken, turns, plate.state_code});
}

/// The entry of a list that is the same in one field; a new one at its end if there is none.
template <class Entry, class Field>
Entry& entry_of(std::vector<Entry>& entries, Field Entry::*field, const Field& value) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& one) { return one.*field == value; });
    if (found != entries.end()) return *found;
    entries.emplace_back().*field = value;
    return entries.back();
}

/// Who left was there: only who was entered by mistake is off the roll again.
void count_attendance(const Meeting& meeting, Figures& figures) {
    for (const Delegation& one : meeting.roll) {
        const auto count = [&](auto& entry) {
            ++entry.meetings;
            if (one.standing != Standing::present) ++entry.left;
        };
        if (one.kind == DelegationKind::mission)
            count(
                entry_of(figures.attendance, &MissionFigures::state, {one.state_code, one.title}));
        if (one.kind == DelegationKind::organisation)
            count(entry_of(figures.guests, &GuestFigures::name, one.title));
    }
}

}  // namespace

Figures figures_of(const std::vector<const Meeting*>& meetings,
                   const FigureDefinitions& definitions) {
    Figures figures;
    figures.definitions = definitions;
    for (const Meeting* meeting : meetings) {
        if (!meeting->opened_at) continue;
        ++figures.meetings;
        for (const Delegation& plate : meeting->delegations) count_plate(*meeting, plate, figures);
        for (const Inscription& inscription : meeting->list)
            count_time(*meeting, inscription, figures);
        count_attendance(*meeting, figures);
    }
    std::sort(figures.kinds.begin(), figures.kinds.end(),
              [](const KindFigures& a, const KindFigures& b) { return a.kind < b.kind; });
    std::sort(figures.attendance.begin(), figures.attendance.end(),
              [](const MissionFigures& a, const MissionFigures& b) {
                  return a.state.name < b.state.name;
              });
    std::sort(figures.guests.begin(), figures.guests.end(),
              [](const GuestFigures& a, const GuestFigures& b) { return a.name < b.name; });
    figures.missions = figures.attendance.size();
    if (figures.missions == 0) return figures;
    std::size_t attendances = 0;
    for (const MissionFigures& one : figures.attendance) attendances += one.meetings;
    figures.missions_average =
        static_cast<double>(attendances) / static_cast<double>(figures.meetings);
    figures.missions_share_percent =
        100.0 * figures.missions_average / static_cast<double>(figures.missions);
    return figures;
}

}  // namespace rostrum
