#include "floor/fold/folding.hpp"

#include <algorithm>

#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

namespace {

/// The order of the kinds in a meeting. Answers come at once, so they have no place in it.
int rank(InscriptionKind kind) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return 0;
        case InscriptionKind::panel_statement:
            return 1;
        case InscriptionKind::follow_up:
            return 2;
        case InscriptionKind::question:
            return 3;
        case InscriptionKind::answer:
        case InscriptionKind::point_of_order:
            return -1;
        case InscriptionKind::right_of_reply:
            break;
    }
    return 4;
}

}  // namespace

Meeting* FoldContext::meeting(const MeetingId& id) const {
    for (Shared<Meeting>& meeting : room.proceedings.meetings)
        if (meeting->id == id) return &meeting.edit();
    return nullptr;
}

Meeting& FoldContext::current() const {
    Meeting* found = room.proceedings.current ? meeting(*room.proceedings.current) : nullptr;
    require(found != nullptr, "an act of the floor belongs to a meeting");
    return *found;
}

Meeting& FoldContext::current(const MeetingId& expected) const {
    require(room.proceedings.current == expected, "only the current meeting continues");
    return current();
}

Inscription& on_the_list(Meeting& meeting, const InscriptionId& id) {
    Inscription* inscription = find(meeting, id);
    require(inscription != nullptr, "an inscription is on the list");
    return *inscription;
}

void require_allottable(Duration allotted) {
    require(allotted >= Duration{0} && allotted <= limits::allotted_longest,
            "an allotment is within its limits");
}

void give_floor(Meeting& meeting, Inscription& inscription, const Act& act) {
    require(!meeting.statement, "the floor is free when it is given");
    // An answer uses what its round has left and continues its own time. An interrupted one gets
    // back exactly what it had, overtime included.
    if (inscription.round && inscription.status != InscriptionStatus::interrupted) {
        inscription.allotted = std::clamp<Duration>(
            left_of(meeting, *inscription.round) + inscription.spoken - inscription.added,
            Duration{0}, limits::allotted_longest);
    }
    inscription.status = InscriptionStatus::speaking;
    Statement statement;
    statement.id = StatementId{act.revision.value};
    statement.inscription = inscription.id;
    statement.given_at = act.at;
    statement.timer.allotted = inscription.allotted + inscription.added;
    statement.timer.elapsed_before = inscription.spoken;
    statement.timer.running_since = act.at;
    meeting.statement = std::move(statement);
}

void end_statement(Meeting& meeting, InscriptionStatus status, Instant at) {
    const Statement& statement = *meeting.statement;
    Inscription& inscription = on_the_list(meeting, statement.inscription);
    // Nobody speaks during a silence.
    const Duration spoken = statement.silence ? inscription.spoken : elapsed(statement.timer, at);
    meeting.turns.push_back(
        {statement.id, statement.inscription, statement.given_at, at, spoken - inscription.spoken,
         statement.silence,
         statement.silence ? std::nullopt : delegation_of(meeting, inscription).reader});
    inscription.spoken = spoken;
    inscription.status = statement.silence ? InscriptionStatus::empty_chair : status;
    if (status != InscriptionStatus::interrupted) inscription.lost.reset();
    meeting.statement.reset();
}

std::optional<InscriptionId> position_for(const Meeting& meeting, InscriptionKind kind) {
    // Answers and interruptions come before all waiting inscriptions.
    const bool at_once = rank(kind) < 0;
    for (const Inscription& inscription : meeting.list) {
        if (inscription.status != InscriptionStatus::waiting) continue;
        if (at_once || rank(inscription.kind) > rank(kind)) return inscription.id;
    }
    return std::nullopt;
}

void put_on_the_list(Meeting& meeting, Inscription inscription,
                     const std::optional<InscriptionId>& before) {
    require(find(meeting, inscription.delegation) != nullptr, "every inscription has a plate");
    const auto context =
        std::find_if(meeting.list.begin(), meeting.list.end(),
                     [&](const Inscription& one) { return before && one.id == *before; });
    meeting.list.insert(context, std::move(inscription));
}

InscriptionId id_of(const char* prefix, Revision revision) {
    return InscriptionId{prefix + std::to_string(revision.value)};
}

}  // namespace rostrum::folding
