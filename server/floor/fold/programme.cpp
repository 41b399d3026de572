#include <algorithm>

#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

namespace {

void require_allottable(const PlannedMeeting& plan) {
    folding::require_allottable(plan.sur_allotted);
    for (const PlannedDelegation& panellist : plan.panel)
        folding::require_allottable(panellist.allotted);
}

/// Names belong to plates: the name of a removed plate is hidden. The log still holds it, so it can
/// be erased.
void hide_names_without_a_plate(Room& room, const MeetingId& id) {
    const Meeting* meeting = find(room, id);
    std::vector<PlateOfMeeting> removed;
    for (const auto& [plate, name] : *room.names)
        if (plate.first == id && (meeting == nullptr || find(*meeting, plate.second) == nullptr))
            removed.push_back(plate);
    for (const PlateOfMeeting& plate : removed) hide_name(room, plate, NameStanding::removed);
}

/// The programme is in the order of its hours.
void sort_by_start(Room& room) {
    std::stable_sort(room.proceedings.meetings.begin(), room.proceedings.meetings.end(),
                     [](const Shared<Meeting>& a, const Shared<Meeting>& b) {
                         return a->starts_at < b->starts_at;
                     });
}

/// If it is the current one, the first of the programme becomes current.
void remove_meeting(Proceedings& proceedings, const MeetingId& id) {
    std::erase_if(proceedings.meetings, [&](const Shared<Meeting>& one) { return one->id == id; });
    if (proceedings.current != id) return;
    proceedings.current.reset();
    if (!proceedings.meetings.empty()) proceedings.current = proceedings.meetings.front()->id;
}

void forget_move(Room& room, const MeetingId& id) {
    std::erase_if(room.moved, [&](const MovedMeeting& one) { return one.id == id; });
}

/// So that those who look for the meeting here learn where it is, until its planned end.
void remember_move(Room& room, const Meeting& meeting, const MeetingMovedAway& event, Instant now) {
    forget_move(room, meeting.id);
    std::erase_if(room.moved, [&](const MovedMeeting& one) { return one.ends_at <= now; });
    if (room.moved.size() >= limits::meetings_a_room) room.moved.erase(room.moved.begin());
    const std::string& name = event.to_name.empty() ? event.to.value : event.to_name;
    room.moved.push_back(
        {meeting.id, meeting.state, meeting.starts_at, meeting.ends_at, event.to, name});
}

/// The inputs of the panel's order.
std::vector<std::pair<DelegationId, DelegationKind>> panel_of(const Meeting& meeting) {
    std::vector<std::pair<DelegationId, DelegationKind>> panel;
    for (const Delegation& plate : meeting.delegations) panel.emplace_back(plate.id, plate.kind);
    return panel;
}

}  // namespace

void programme_changed(const FoldContext& context) {
    context.room.programme_revision =
        std::max(context.room.programme_revision, context.act.revision);
}

void fold(const FoldContext& context, const RoomFounded& event) {
    require(!is_founded(context.room), "a room is founded once");
    context.room.name = event.name;
    context.room.time_zone = event.time_zone;
}

void fold(const FoldContext& context, const RoomRenamed& event) {
    context.room.name = event.name;
    programme_changed(context);
}

void fold(const FoldContext& context, const RoomArchived& event) {
    require(!has_open_meeting(context.room.proceedings), "an archived room has no open meeting");
    context.room.archived = event.archived;
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingPlanned& event) {
    require_allottable(event.plan);
    Proceedings& proceedings = context.room.proceedings;
    // Reapplied after an undo: it is already there.
    if (find(context.room, event.plan.id) != nullptr) return;
    if (!proceedings.current) proceedings.current = event.plan.id;
    proceedings.meetings.emplace_back(planned_meeting(event.plan, context.room.rules.order));
    sort_by_start(context.room);
    forget_move(context.room, event.plan.id);
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingEdited& event) {
    require_allottable(event.plan);
    Meeting* meeting = context.meeting(event.plan.id);
    if (meeting == nullptr) return;
    const auto panel = panel_of(*meeting);
    edit(*meeting, event.plan);
    // If the chair has moved somebody, a corrected title does not move them back.
    if (event.reordered || (meeting->course == Course::planned && panel_of(*meeting) != panel))
        put_in_order(*meeting, context.room.rules.order);
    hide_names_without_a_plate(context.room, event.plan.id);
    sort_by_start(context.room);
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingCancelled& event) {
    const Meeting* meeting = find(context.room, event.meeting);
    // An undo may have restored it.
    if (meeting == nullptr || meeting->course != Course::planned) return;
    remove_meeting(context.room.proceedings, event.meeting);
    hide_names_without_a_plate(context.room, event.meeting);
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingMovedAway& event) {
    Room& room = context.room;
    // Reapplied after an undo, which may have restored it; names and marks stay as they are then.
    const Meeting* meeting = find(room, event.meeting);
    if (meeting == nullptr) return;
    require(meeting->course == Course::planned, "a meeting that moves to another room is planned");
    // The names of plates that the panel no longer had stay here, hidden as they were.
    std::erase_if(room.withheld, [&](const auto& mark) {
        const auto& [its_meeting, plate] = mark.first;
        return its_meeting == event.meeting && find(*meeting, plate) != nullptr;
    });
    remember_move(room, *meeting, event, context.act.at);
    remove_meeting(room.proceedings, event.meeting);
    for (const DelegationId& plate : event.withheld)
        room.withheld[{event.meeting, plate}] = NameStanding::erased;
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingMovedHere& event) {
    require(find(context.room, event.meeting) != nullptr, "a meeting that moves here is planned");
    programme_changed(context);
}

void fold(const FoldContext& context, const MeetingRescheduled& event) {
    Meeting* meeting = context.meeting(event.meeting);
    if (meeting == nullptr) return;
    require(limits::is_a_date(event.starts_at) && limits::is_a_date(event.ends_at),
            "a meeting has a date");
    // The hard stop moves with the meeting.
    if (meeting->hard_stop) *meeting->hard_stop += event.starts_at - meeting->starts_at;
    meeting->starts_at = event.starts_at;
    meeting->ends_at = event.ends_at;
    sort_by_start(context.room);
    programme_changed(context);
}

void fold(const FoldContext& context, const RulesSet& event) {
    if (const auto fault = fault_of(event.rules)) throw InvariantBroken(fault->english);
    const bool same_order = event.rules.order == context.room.rules.order;
    context.room.rules = event.rules;
    programme_changed(context);
    if (same_order) return;
    for (Shared<Meeting>& meeting : context.room.proceedings.meetings)
        if (meeting->course == Course::planned) put_in_order(meeting.edit(), event.rules.order);
}

void fold(const FoldContext& context, const MeetingAnnounced& event) {
    require(find(context.room, event.meeting) != nullptr, "a meeting that is announced is planned");
    context.room.proceedings.current = event.meeting;
}

void fold(const FoldContext& context, const MeetingOpened& event) {
    context.room.proceedings.current = event.meeting;
    Meeting& meeting = context.current();
    require(meeting.course == Course::planned, "a meeting that opens was planned");
    meeting.course = Course::open;
    meeting.opened_at = context.act.at;
}

void fold(const FoldContext& context, const MeetingSuspended& event) {
    Meeting& meeting = context.current(event.meeting);
    const bool moved =
        meeting.course == Course::suspended && event.resumes_at != meeting.resumes_at;
    require(meeting.course == Course::open || moved, "a meeting that is suspended was open");
    meeting.resumes_at = event.resumes_at;
    if (moved) return;
    meeting.course = Course::suspended;
    meeting.suspended_at = context.act.at;
    if (meeting.statement && meeting.statement->timer.running_since) {
        meeting.statement->timer = paused(meeting.statement->timer, context.act.at);
        meeting.statement->paused_by_suspension = true;
    }
}

void fold(const FoldContext& context, const MeetingResumed& event) {
    Meeting& meeting = context.current(event.meeting);
    require(meeting.course == Course::suspended, "a meeting that resumes was suspended");
    meeting.course = Course::open;
    meeting.suspended_at.reset();
    meeting.resumes_at.reset();
    if (meeting.statement && meeting.statement->paused_by_suspension) {
        meeting.statement->timer = running(meeting.statement->timer, context.act.at);
        meeting.statement->paused_by_suspension = false;
    }
}

void fold(const FoldContext& context, const MeetingClosed& event) {
    Meeting& meeting = context.current(event.meeting);
    require(is_open_or_suspended(meeting), "a meeting that closes was open");
    require(!meeting.statement, "a meeting closes after its last statement");
    // A speaker interrupted by a point of order without a ruling has had the turn.
    if (meeting.interrupted) {
        Inscription& interrupted = on_the_list(meeting, meeting.interrupted->inscription);
        interrupted.status = InscriptionStatus::spoken;
        interrupted.lost.reset();
        meeting.interrupted.reset();
    }
    meeting.questions.open = false;
    meeting.requests.clear();
    meeting.course = Course::closed;
    meeting.suspended_at.reset();
    meeting.resumes_at.reset();
    meeting.closed_at = context.act.at;
}

}  // namespace rostrum::folding
