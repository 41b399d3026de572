#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"
#include "wire/protobuf/rules.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

namespace {

void write_planned(const PlannedDelegation& planned, v1::PlannedDelegation& out) {
    out.set_id(planned.id.value);
    out.set_kind(to_proto(planned.kind));
    out.set_title(planned.title);
    out.set_subject(planned.subject);
    out.set_allotted_ms(planned.allotted.count());
    out.set_standing(to_proto(planned.standing));
    out.set_absence_reason(planned.absence_reason);
    out.set_represented_by(to_proto(planned.represented_by));
}

/// The speakers' names stay behind: SpeakerNamed carries them.
void write_plan(const PlannedMeeting& plan, v1::MeetingPlanned& out) {
    out.set_meeting_id(plan.id.value);
    write_state(plan.state, *out.mutable_state());
    out.set_starts_at_unix_ms(unix_ms(plan.starts_at));
    out.set_ends_at_unix_ms(unix_ms(plan.ends_at));
    out.set_sur_allotted_ms(plan.sur_allotted.count());
    for (const PlannedDelegation& panellist : plan.panel)
        write_planned(panellist, *out.add_panel());
    if (plan.hard_stop) out.set_hard_stop_at_unix_ms(unix_ms(*plan.hard_stop));
}

template <class Message>
void write_plate(const MeetingId& meeting, const DelegationId& delegation, Message& out) {
    out.set_meeting_id(meeting.value);
    out.set_delegation_id(delegation.value);
}

template <class Message>
void write_addressed_to(const std::vector<DelegationId>& delegations, Message& out) {
    for (const DelegationId& delegation : delegations) out.add_addressed_to(delegation.value);
}

template <class Event, class Message>
void write_roll(const Event& event, Message& out) {
    out.set_meeting_id(event.meeting.value);
    for (const std::string& code : event.state_codes) out.add_state_codes(code);
}

struct Writer {
    v1::Event& out;

    void operator()(const RoomFounded& event) const {
        out.mutable_room_founded()->set_name(event.name);
        out.mutable_room_founded()->set_time_zone(event.time_zone);
    }
    void operator()(const MeetingPlanned& event) const {
        write_plan(event.plan, *out.mutable_meeting_planned());
    }
    void operator()(const SpeakerNamed& event) const {
        v1::SpeakerNamed& named = *out.mutable_speaker_named();
        write_plate(event.meeting, event.delegation, named);
        named.set_name(event.name);
    }
    void operator()(const MeetingAnnounced& event) const {
        out.mutable_meeting_announced()->set_meeting_id(event.meeting.value);
    }
    void operator()(const MeetingOpened& event) const {
        out.mutable_meeting_opened()->set_meeting_id(event.meeting.value);
    }
    void operator()(const MeetingSuspended& event) const {
        out.mutable_meeting_suspended()->set_meeting_id(event.meeting.value);
    }
    void operator()(const MeetingResumed& event) const {
        out.mutable_meeting_resumed()->set_meeting_id(event.meeting.value);
    }
    void operator()(const MeetingClosed& event) const {
        out.mutable_meeting_closed()->set_meeting_id(event.meeting.value);
    }
    void operator()(const FloorGiven& event) const {
        out.mutable_floor_given()->set_inscription_id(event.inscription.value);
    }
    void operator()(const StatementPaused& event) const {
        out.mutable_statement_paused()->set_statement_id(event.statement.value);
    }
    void operator()(const StatementResumed& event) const {
        out.mutable_statement_resumed()->set_statement_id(event.statement.value);
    }
    void operator()(const StatementEnded& event) const {
        out.mutable_statement_ended()->set_statement_id(event.statement.value);
    }
    void operator()(const StatementDeclined& event) const {
        out.mutable_statement_declined()->set_inscription_id(event.inscription.value);
    }
    void operator()(const TimeAdded& event) const {
        out.mutable_time_added()->set_statement_id(event.statement.value);
        out.mutable_time_added()->set_added_ms(event.added.count());
    }
    void operator()(const AllotmentSet& event) const {
        out.mutable_allotment_set()->set_inscription_id(event.inscription.value);
        out.mutable_allotment_set()->set_allotted_ms(event.allotted.count());
    }
    void operator()(const InscriptionMoved& event) const {
        v1::InscriptionMoved& moved = *out.mutable_inscription_moved();
        moved.set_inscription_id(event.inscription.value);
        if (event.before) moved.set_before_inscription_id(event.before->value);
    }
    void operator()(const MarkedPresent& event) const {
        out.mutable_marked_present()->set_delegation_id(event.delegation.value);
    }
    void operator()(const MarkedAbsent& event) const {
        out.mutable_marked_absent()->set_delegation_id(event.delegation.value);
        out.mutable_marked_absent()->set_public_reason(event.public_reason);
    }
    void operator()(const NoticeShown& event) const {
        out.mutable_notice_shown()->set_text(event.text);
    }
    void operator()(const NoticeCleared& event) const {
        out.mutable_notice_cleared()->set_notice_id(event.notice.value);
    }
    void operator()(const ActUndone& event) const {
        out.mutable_act_undone()->set_revision(event.act.value);
    }
    void operator()(const MarkedExpected& event) const {
        out.mutable_marked_expected()->set_delegation_id(event.delegation.value);
    }
    void operator()(const StatementHanded& event) const {
        out.mutable_statement_handed()->set_delegation_id(event.delegation.value);
        out.mutable_statement_handed()->set_reader_delegation_id(event.reader.value);
    }
    void operator()(const ChairLeftEmpty& event) const {
        out.mutable_chair_left_empty()->set_inscription_id(event.inscription.value);
    }
    void operator()(const SilenceBegun& event) const {
        out.mutable_silence_begun()->set_inscription_id(event.inscription.value);
        out.mutable_silence_begun()->set_length_ms(event.length.count());
    }
    /// They are open, or this would be another event.
    void operator()(const QuestionsOpened& event) const {
        v1::QuestionsOpened& opened = *out.mutable_questions_opened();
        opened.set_most(event.questions.most);
        if (event.questions.closes_at)
            opened.set_closes_at_unix_ms(unix_ms(*event.questions.closes_at));
        opened.set_accept_at_once(event.questions.accept_at_once);
    }
    void operator()(const QuestionsClosed& /*event*/) const { out.mutable_questions_closed(); }
    void operator()(const FloorRequested& event) const {
        v1::FloorRequested& requested = *out.mutable_floor_requested();
        write_plate(event.meeting, event.delegation, requested);
        requested.set_kind(to_proto(event.kind));
        write_addressed_to(event.addressed_to, requested);
    }
    void operator()(const RequestAccepted& event) const {
        v1::RequestAccepted& accepted = *out.mutable_request_accepted();
        accepted.set_meeting_id(event.meeting.value);
        accepted.set_request_id(event.request.value);
        accepted.set_allotted_ms(event.allotted.count());
        if (event.before) accepted.set_before_inscription_id(event.before->value);
    }
    void operator()(const RequestDeclined& event) const {
        out.mutable_request_declined()->set_request_id(event.request.value);
    }
    void operator()(const Withdrawn& event) const {
        out.mutable_withdrawn()->set_meeting_id(event.meeting.value);
        out.mutable_withdrawn()->set_inscription_id(event.inscription.value);
    }
    void operator()(const Inscribed& event) const {
        v1::Inscribed& inscribed = *out.mutable_inscribed();
        inscribed.set_delegation_id(event.delegation.value);
        inscribed.set_kind(to_proto(event.kind));
        write_addressed_to(event.addressed_to, inscribed);
        inscribed.set_allotted_ms(event.allotted.count());
    }
    void operator()(const AnswersBegun& event) const {
        v1::AnswersBegun& begun = *out.mutable_answers_begun();
        for (const DelegationId& delegation : event.delegations)
            begun.add_delegation_ids(delegation.value);
        begun.set_budget_ms(event.budget.count());
    }
    void operator()(const PointOfOrderRaised& event) const {
        out.mutable_point_of_order_raised()->set_delegation_id(event.delegation.value);
        out.mutable_point_of_order_raised()->set_allotted_ms(event.allotted.count());
    }
    void operator()(const PointOfOrderRuled& event) const {
        v1::PointOfOrderRuled& ruled = *out.mutable_point_of_order_ruled();
        ruled.set_statement_id(event.statement.value);
        ruled.set_ruling(to_proto(event.ruling));
        ruled.set_text(event.text);
    }
    void operator()(const TimeReallocated& event) const {
        v1::TimeReallocated& reallocated = *out.mutable_time_reallocated();
        for (const Allotment& given : event.allotments) {
            v1::TimeReallocated::Allotment& allotment = *reallocated.add_allotments();
            allotment.set_inscription_id(given.inscription.value);
            allotment.set_allotted_ms(given.allotted.count());
        }
        reallocated.set_reserve_ms(event.reserve.count());
    }
    void operator()(const HardStopSet& event) const {
        v1::HardStopSet& set = *out.mutable_hard_stop_set();
        if (event.at) set.set_at_unix_ms(unix_ms(*event.at));
    }
    void operator()(const SignalSent& event) const {
        v1::SignalSent& sent = *out.mutable_signal_sent();
        sent.set_kind(to_proto(event.kind));
        sent.set_from(to_proto(event.from));
        if (event.delegation) sent.set_delegation_id(event.delegation->value);
        sent.set_text(event.text);
    }
    void operator()(const DisplaySet& event) const {
        out.mutable_display_set()->set_display(to_proto(event.display.mode));
        out.mutable_display_set()->set_time_up_sound(event.display.time_up_sound);
    }
    void operator()(const ControlsPassed& event) const {
        out.mutable_controls_passed()->set_to(to_proto(event.to));
    }
    void operator()(const RollEntered& event) const {
        write_roll(event, *out.mutable_roll_entered());
    }
    void operator()(const RollLeft& event) const { write_roll(event, *out.mutable_roll_left()); }
    void operator()(const MeetingEdited& event) const {
        write_plan(event.plan, *out.mutable_meeting_edited()->mutable_plan());
    }
    void operator()(const MeetingCancelled& event) const {
        out.mutable_meeting_cancelled()->set_meeting_id(event.meeting.value);
    }
    void operator()(const MeetingRescheduled& event) const {
        v1::MeetingRescheduled& rescheduled = *out.mutable_meeting_rescheduled();
        rescheduled.set_meeting_id(event.meeting.value);
        rescheduled.set_starts_at_unix_ms(unix_ms(event.starts_at));
        rescheduled.set_ends_at_unix_ms(unix_ms(event.ends_at));
    }
    void operator()(const RulesSet& event) const {
        write_rules(event.rules, *out.mutable_rules_set()->mutable_rules());
    }
    void operator()(const NameWithheld& event) const {
        write_plate(event.meeting, event.delegation, *out.mutable_name_withheld());
    }
    void operator()(const NameErased& event) const {
        write_plate(event.meeting, event.delegation, *out.mutable_name_erased());
    }
    void operator()(const OutageReported& event) const {
        out.mutable_outage_reported()->set_from_unix_ms(unix_ms(event.from));
        out.mutable_outage_reported()->set_to_unix_ms(unix_ms(event.to));
    }
    void operator()(const LostTimeSettled& event) const {
        out.mutable_lost_time_settled()->set_statement_id(event.statement.value);
    }
};

}  // namespace

void write_event(const Event& event, v1::Event& out) {
    std::visit(Writer{out}, event);
}

}  // namespace rostrum::wire
