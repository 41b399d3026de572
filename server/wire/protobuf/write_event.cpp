#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"
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
}

struct Writer {
    v1::Event& out;

    void operator()(const RoomFounded& event) const {
        out.mutable_room_founded()->set_name(event.name);
        out.mutable_room_founded()->set_time_zone(event.time_zone);
    }
    /// The speakers' names stay behind: SpeakerNamed carries them.
    void operator()(const MeetingPlanned& event) const {
        v1::MeetingPlanned& planned = *out.mutable_meeting_planned();
        planned.set_meeting_id(event.plan.id.value);
        write_state(event.plan.state, *planned.mutable_state());
        planned.set_starts_at_unix_ms(unix_ms(event.plan.starts_at));
        planned.set_ends_at_unix_ms(unix_ms(event.plan.ends_at));
        planned.set_sur_allotted_ms(event.plan.sur_allotted.count());
        for (const PlannedDelegation& panellist : event.plan.panel)
            write_planned(panellist, *planned.add_panel());
    }
    void operator()(const SpeakerNamed& event) const {
        v1::SpeakerNamed& named = *out.mutable_speaker_named();
        named.set_meeting_id(event.meeting.value);
        named.set_delegation_id(event.delegation.value);
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
};

}  // namespace

void write_event(const Event& event, v1::Event& out) {
    std::visit(Writer{out}, event);
}

}  // namespace rostrum::wire
