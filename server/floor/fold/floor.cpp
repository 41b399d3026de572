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
    require(meeting.statement.has_value(), "the floor is taken");
    if (!meeting.statement->silence)
        meeting.statement->timer.allotted = inscription.allotted + inscription.added;
}

}  // namespace

void fold(const FoldContext& context, const FloorGiven& event) {
    Meeting& meeting = context.current();
    give_floor(meeting, on_the_list(meeting, event.inscription), context.act);
}

void fold(const FoldContext& context, const StatementPaused& event) {
    Timer& timer = in_progress(context.current(), event.statement).timer;
    timer = paused(timer, context.act.at);
}

void fold(const FoldContext& context, const StatementResumed& event) {
    Timer& timer = in_progress(context.current(), event.statement).timer;
    timer = running(timer, context.act.at);
}

void fold(const FoldContext& context, const StatementEnded& event) {
    Meeting& meeting = context.current();
    (void)in_progress(meeting, event.statement);
    end_statement(meeting, InscriptionStatus::spoken, context.act.at);
}

void fold(const FoldContext& context, const StatementDeclined& event) {
    Inscription& inscription = on_the_list(context.current(), event.inscription);
    require(inscription.status == InscriptionStatus::waiting, "a declined inscription was waiting");
    inscription.status = InscriptionStatus::declined;
}

void fold(const FoldContext& context, const TimeAdded& event) {
    Meeting& meeting = context.current();
    Statement& statement = in_progress(meeting, event.statement);
    constexpr Duration most = limits::allotted_longest;
    require(event.added >= -most && event.added <= most, "added time is within its limit");
    Inscription& inscription = on_the_list(meeting, statement.inscription);
    inscription.added += event.added;
    statement.timer.allotted += event.added;
    if (offered_time(meeting) == Duration{0}) inscription.lost.reset();
}

void fold(const FoldContext& context, const AllotmentSet& event) {
    allot(context.current(), event.inscription, event.allotted);
}

void fold(const FoldContext& context, const TimeReallocated& event) {
    Meeting& meeting = context.current();
    for (const Allotment& allotment : event.allotments)
        allot(meeting, allotment.inscription, allotment.allotted);
    meeting.reserve = event.reserve;
}

void fold(const FoldContext& context, const HardStopSet& event) {
    context.current().hard_stop = event.at;
}

void fold(const FoldContext& context, const PointOfOrderRaised& event) {
    Meeting& meeting = context.current();
    require(!meeting.interrupted && point_of_order(meeting) == nullptr,
            "one point of order is heard at a time");
    if (meeting.statement) {
        const bool silence = meeting.statement->silence;
        const Interruption interruption{meeting.statement->inscription,
                                        meeting.statement->timer.running_since.has_value()};
        end_statement(meeting, InscriptionStatus::interrupted, context.act.at);
        // A silence that was broken off is not held again.
        if (!silence) meeting.interrupted = interruption;
    }
    std::erase_if(meeting.requests, [&](const Request& request) {
        return request.delegation == event.delegation &&
               request.kind == InscriptionKind::point_of_order;
    });
    require_allottable(event.allotted);
    Inscription point;
    point.id = id_of("order-", context.act.revision);
    point.delegation = event.delegation;
    point.kind = InscriptionKind::point_of_order;
    point.allotted = event.allotted;
    const InscriptionId id = point.id;
    put_on_the_list(meeting, std::move(point),
                    position_for(meeting, InscriptionKind::point_of_order));
    give_floor(meeting, on_the_list(meeting, id), context.act);
}

void fold(const FoldContext& context, const PointOfOrderRuled& event) {
    Meeting& meeting = context.current();
    const InscriptionId point = in_progress(meeting, event.statement).inscription;
    require(on_the_list(meeting, point).kind == InscriptionKind::point_of_order,
            "a ruling is on a point of order");
    end_statement(meeting, InscriptionStatus::spoken, context.act.at);
    Inscription& ruled = on_the_list(meeting, point);
    ruled.ruling = event.ruling;
    ruled.ruling_text = event.text;
    if (!meeting.interrupted) return;
    const Interruption interruption = *meeting.interrupted;
    meeting.interrupted.reset();
    give_floor(meeting, on_the_list(meeting, interruption.inscription), context.act);
    if (!interruption.was_running) meeting.statement->timer.running_since.reset();
}

void fold(const FoldContext& context, const OutageReported& event) {
    require(limits::is_a_date(event.from) && limits::is_a_date(event.to), "an outage has dates");
    require(event.to <= context.act.at, "an outage is over when it is reported");
    const Duration away = lost_time(context.room, event.from, event.to);
    // An undo may have taken back the statement that ran.
    if (away == Duration{0}) return;
    Meeting& meeting = context.current();
    Inscription& inscription = on_the_list(meeting, meeting.statement->inscription);
    if (!inscription.lost) inscription.lost = LostTime{Duration{0}, inscription.added};
    inscription.lost->away += away;
}

void fold(const FoldContext& context, const LostTimeSettled& event) {
    Meeting& meeting = context.current();
    on_the_list(meeting, in_progress(meeting, event.statement).inscription).lost.reset();
}

}  // namespace rostrum::folding
