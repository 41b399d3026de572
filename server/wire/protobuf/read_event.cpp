#include <utility>

#include "wire/event_record.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"

namespace rostrum::wire {

namespace {

template <class Value>
Value known(std::optional<Value> value, const char* what) {
    if (value) return *value;
    throw UnreadableRecord(std::string{"This version of Rostrum does not know the "} + what +
                           " of an event: a newer one wrote it, or it is damaged.");
}

PlannedDelegation read_planned(const v1::PlannedDelegation& planned) {
    PlannedDelegation read;
    read.id = DelegationId{planned.id()};
    read.kind = known(from_proto(planned.kind()), "kind of delegation");
    read.title = planned.title();
    read.subject = planned.subject();
    read.allotted = Duration{planned.allotted_ms()};
    read.standing = known(from_proto(planned.standing()), "standing");
    read.absence_reason = planned.absence_reason();
    return read;
}

MeetingPlanned read_planned(const v1::MeetingPlanned& planned) {
    MeetingPlanned read;
    read.plan.id = MeetingId{planned.meeting_id()};
    read.plan.state = State{planned.state().code(), planned.state().name()};
    read.plan.starts_at = instant_from_unix_ms(planned.starts_at_unix_ms());
    read.plan.ends_at = instant_from_unix_ms(planned.ends_at_unix_ms());
    read.plan.sur_allotted = Duration{planned.sur_allotted_ms()};
    for (const v1::PlannedDelegation& panellist : planned.panel())
        read.plan.panel.push_back(read_planned(panellist));
    return read;
}

InscriptionMoved read_moved(const v1::InscriptionMoved& moved) {
    InscriptionMoved read{InscriptionId{moved.inscription_id()}, std::nullopt};
    if (!moved.before_inscription_id().empty())
        read.before = InscriptionId{moved.before_inscription_id()};
    return read;
}

}  // namespace

Event read_event(const v1::Event& event) {
    switch (event.event_case()) {
        case v1::Event::kRoomFounded:
            return RoomFounded{event.room_founded().name(), event.room_founded().time_zone()};
        case v1::Event::kMeetingPlanned:
            return read_planned(event.meeting_planned());
        case v1::Event::kSpeakerNamed:
            return SpeakerNamed{MeetingId{event.speaker_named().meeting_id()},
                                DelegationId{event.speaker_named().delegation_id()},
                                event.speaker_named().name()};
        case v1::Event::kMeetingAnnounced:
            return MeetingAnnounced{MeetingId{event.meeting_announced().meeting_id()}};
        case v1::Event::kMeetingOpened:
            return MeetingOpened{MeetingId{event.meeting_opened().meeting_id()}};
        case v1::Event::kMeetingSuspended:
            return MeetingSuspended{MeetingId{event.meeting_suspended().meeting_id()}};
        case v1::Event::kMeetingResumed:
            return MeetingResumed{MeetingId{event.meeting_resumed().meeting_id()}};
        case v1::Event::kMeetingClosed:
            return MeetingClosed{MeetingId{event.meeting_closed().meeting_id()}};
        case v1::Event::kFloorGiven:
            return FloorGiven{InscriptionId{event.floor_given().inscription_id()}};
        case v1::Event::kStatementPaused:
            return StatementPaused{StatementId{event.statement_paused().statement_id()}};
        case v1::Event::kStatementResumed:
            return StatementResumed{StatementId{event.statement_resumed().statement_id()}};
        case v1::Event::kStatementEnded:
            return StatementEnded{StatementId{event.statement_ended().statement_id()}};
        case v1::Event::kStatementDeclined:
            return StatementDeclined{InscriptionId{event.statement_declined().inscription_id()}};
        case v1::Event::kTimeAdded:
            return TimeAdded{StatementId{event.time_added().statement_id()},
                             Duration{event.time_added().added_ms()}};
        case v1::Event::kAllotmentSet:
            return AllotmentSet{InscriptionId{event.allotment_set().inscription_id()},
                                Duration{event.allotment_set().allotted_ms()}};
        case v1::Event::kInscriptionMoved:
            return read_moved(event.inscription_moved());
        case v1::Event::kMarkedPresent:
            return MarkedPresent{DelegationId{event.marked_present().delegation_id()}};
        case v1::Event::kMarkedAbsent:
            return MarkedAbsent{DelegationId{event.marked_absent().delegation_id()},
                                event.marked_absent().public_reason()};
        case v1::Event::kNoticeShown:
            return NoticeShown{event.notice_shown().text()};
        case v1::Event::kNoticeCleared:
            return NoticeCleared{NoticeId{event.notice_cleared().notice_id()}};
        case v1::Event::kActUndone:
            return ActUndone{Revision{event.act_undone().revision()}};
        case v1::Event::EVENT_NOT_SET:
            break;
    }
    throw UnreadableRecord(
        "This version of Rostrum does not know an event: a newer one wrote it, or it is damaged.");
}

}  // namespace rostrum::wire
