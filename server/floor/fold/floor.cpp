#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"
#include "floor/lost_time.hpp"

namespace rostrum::folding {

namespace {

Statement& in_progress(Meeting& meeting, StatementId id) {
    require(meeting.statement && meeting.statement->id == id, "a statement is in progress");
    return *meeting.statement;
}

void allot(Meeting& meeting, const InscriptionId& id, Duration allotted) {
    Inscription& inscription = on_the_list(meeting, id);
    require_allottable(allotted);
    inscription.allotted = allotted;
    if (inscription.status != InscriptionStatus::speaking) return;
    require(meeting.statement.has_value(), "who speaks has the floor");
    if (!meeting.statement->silence)
        meeting.statement->timer.allotted = inscription.allotted + inscription.added;
}

}  // namespace

void fold(const Place& place, const FloorGiven& event) {
    Meeting& meeting = place.current();
    give_floor(meeting, on_the_list(meeting, event.inscription), place.act);
}

void fold(const Place& place, const StatementPaused& event) {
    Timer& timer = in_progress(place.current(), event.statement).timer;
    timer = paused(timer, place.act.at);
}

void fold(const Place& place, const StatementResumed& event) {
    Timer& timer = in_progress(place.current(), event.statement).timer;
    timer = running(timer, place.act.at);
}

void fold(const Place& place, const StatementEnded& event) {
    Meeting& meeting = place.current();
    (void)in_progress(meeting, event.statement);
    end_statement(meeting, InscriptionStatus::spoken, place.act.at);
}

void fold(const Place& place, const StatementDeclined& event) {
    Inscription& inscription = on_the_list(place.current(), event.inscription);
    require(inscription.status == InscriptionStatus::waiting, "who declines was waiting");
    inscription.status = InscriptionStatus::declined;
}

void fold(const Place& place, const TimeAdded& event) {
    Meeting& meeting = place.current();
    Statement& statement = in_progress(meeting, event.statement);
    constexpr Duration most = limits::allotted_longest;
    require(event.added >= -most && event.added <= most, "added time is within its limit");
    Inscription& inscription = on_the_list(meeting, statement.inscription);
    inscription.added += event.added;
    statement.timer.allotted += event.added;
    if (offered_time(meeting) == Duration{0}) inscription.lost.reset();
}

void fold(const Place& place, const AllotmentSet& event) {
    allot(place.current(), event.inscription, event.allotted);
}

void fold(const Place& place, const TimeReallocated& event) {
    Meeting& meeting = place.current();
    for (const Allotment& allotment : event.allotments)
        allot(meeting, allotment.inscription, allotment.allotted);
    meeting.reserve = event.reserve;
}

void fold(const Place& place, const HardStopSet& event) {
    place.current().hard_stop = event.at;
}

void fold(const Place& place, const PointOfOrderRaised& event) {
    Meeting& meeting = place.current();
    require(!meeting.interrupted && point_of_order(meeting) == nullptr,
            "one point of order is heard at a time");
    if (meeting.statement) {
        const bool silence = meeting.statement->silence;
        const Interruption interruption{meeting.statement->inscription,
                                        meeting.statement->timer.running_since.has_value()};
        end_statement(meeting, InscriptionStatus::interrupted, place.act.at);
        // A silence that was broken off is not held again.
        if (!silence) meeting.interrupted = interruption;
    }
    std::erase_if(meeting.requests, [&](const Request& request) {
        return request.delegation == event.delegation &&
               request.kind == InscriptionKind::point_of_order;
    });
    require_allottable(event.allotted);
    Inscription point;
    point.id = id_of("order-", place.act.revision);
    point.delegation = event.delegation;
    point.kind = InscriptionKind::point_of_order;
    point.allotted = event.allotted;
    const InscriptionId id = point.id;
    put_on_the_list(meeting, std::move(point), place_for(meeting, InscriptionKind::point_of_order));
    give_floor(meeting, on_the_list(meeting, id), place.act);
}

void fold(const Place& place, const PointOfOrderRuled& event) {
    Meeting& meeting = place.current();
    const InscriptionId point = in_progress(meeting, event.statement).inscription;
    require(on_the_list(meeting, point).kind == InscriptionKind::point_of_order,
            "a ruling is on a point of order");
    end_statement(meeting, InscriptionStatus::spoken, place.act.at);
    Inscription& ruled = on_the_list(meeting, point);
    ruled.ruling = event.ruling;
    ruled.ruling_text = event.text;
    if (!meeting.interrupted) return;
    const Interruption interruption = *meeting.interrupted;
    meeting.interrupted.reset();
    give_floor(meeting, on_the_list(meeting, interruption.inscription), place.act);
    if (!interruption.was_running) meeting.statement->timer.running_since.reset();
}

void fold(const Place& place, const OutageReported& event) {
    require(limits::is_a_date(event.from) && limits::is_a_date(event.to), "an outage has dates");
    require(event.to <= place.act.at, "an outage is over when it is reported");
    const Duration away = lost_time(place.room, event.from, event.to);
    // An undo may have taken back the statement that ran.
    if (away == Duration{0}) return;
    Meeting& meeting = place.current();
    Inscription& inscription = on_the_list(meeting, meeting.statement->inscription);
    if (!inscription.lost) inscription.lost = LostTime{Duration{0}, inscription.added};
    inscription.lost->away += away;
}

void fold(const Place& place, const LostTimeSettled& event) {
    Meeting& meeting = place.current();
    on_the_list(meeting, in_progress(meeting, event.statement).inscription).lost.reset();
}

}  // namespace rostrum::folding
