#include <utility>

#include "wire/event_record.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"
#include "wire/protobuf/rules.hpp"

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
    read.represented_by = known(from_proto(planned.represented_by()), "representation");
    return read;
}

/// None where it is 0.
std::optional<Instant> instant_or_none(std::int64_t milliseconds) {
    return milliseconds == 0 ? std::nullopt : std::optional{instant_from_unix_ms(milliseconds)};
}

/// None where it is empty.
template <class AnyId>
std::optional<AnyId> id_or_none(const std::string& id) {
    return id.empty() ? std::nullopt : std::optional{AnyId{id}};
}

using Texts = google::protobuf::RepeatedPtrField<std::string>;

std::vector<DelegationId> delegations(const Texts& ids) {
    return {ids.begin(), ids.end()};
}

std::vector<std::string> texts(const Texts& values) {
    return {values.begin(), values.end()};
}

PlannedMeeting read_plan(const v1::MeetingPlanned& planned) {
    PlannedMeeting read;
    read.id = MeetingId{planned.meeting_id()};
    read.state = State{planned.state().code(), planned.state().name()};
    read.starts_at = instant_from_unix_ms(planned.starts_at_unix_ms());
    read.ends_at = instant_from_unix_ms(planned.ends_at_unix_ms());
    read.sur_allotted = Duration{planned.sur_allotted_ms()};
    for (const v1::PlannedDelegation& panellist : planned.panel())
        read.panel.push_back(read_planned(panellist));
    read.hard_stop = instant_or_none(planned.hard_stop_at_unix_ms());
    return read;
}

QuestionsOpened read_opened(const v1::QuestionsOpened& opened) {
    return {{true, opened.most(), instant_or_none(opened.closes_at_unix_ms()),
             opened.accept_at_once()}};
}

FloorRequested read_requested(const v1::FloorRequested& requested) {
    return {MeetingId{requested.meeting_id()}, DelegationId{requested.delegation_id()},
            known(from_proto(requested.kind()), "kind of inscription"),
            delegations(requested.addressed_to())};
}

RequestAccepted read_accepted(const v1::RequestAccepted& accepted) {
    return {MeetingId{accepted.meeting_id()}, InscriptionId{accepted.request_id()},
            Duration{accepted.allotted_ms()},
            id_or_none<InscriptionId>(accepted.before_inscription_id())};
}

Inscribed read_inscribed(const v1::Inscribed& inscribed) {
    return {DelegationId{inscribed.delegation_id()},
            known(from_proto(inscribed.kind()), "kind of inscription"),
            delegations(inscribed.addressed_to()), Duration{inscribed.allotted_ms()}};
}

PointOfOrderRuled read_ruled(const v1::PointOfOrderRuled& ruled) {
    return {StatementId{ruled.statement_id()}, known(from_proto(ruled.ruling()), "ruling"),
            ruled.text()};
}

TimeReallocated read_reallocated(const v1::TimeReallocated& reallocated) {
    TimeReallocated read;
    for (const auto& allotment : reallocated.allotments())
        read.allotments.push_back(
            {InscriptionId{allotment.inscription_id()}, Duration{allotment.allotted_ms()}});
    read.reserve = Duration{reallocated.reserve_ms()};
    return read;
}

SignalSent read_sent(const v1::SignalSent& sent) {
    return {known(from_proto(sent.kind()), "kind of signal"),
            known(from_proto(sent.from()), "sender"),
            id_or_none<DelegationId>(sent.delegation_id()), sent.text()};
}

DisplaySet read_display(const v1::DisplaySet& set) {
    return {{known(from_proto(set.display()), "display"), set.time_up_sound()}};
}

RulesSet read_rules_set(const v1::Rules& rules) {
    return {rules_as_written(rules, known(from_proto(rules.order()), "order of speaking"))};
}

MeetingRescheduled read_rescheduled(const v1::MeetingRescheduled& rescheduled) {
    return {MeetingId{rescheduled.meeting_id()},
            instant_from_unix_ms(rescheduled.starts_at_unix_ms()),
            instant_from_unix_ms(rescheduled.ends_at_unix_ms())};
}

}  // namespace

Event read_event(const v1::Event& event) {
    switch (event.event_case()) {
        case v1::Event::kRoomFounded:
            return RoomFounded{event.room_founded().name(), event.room_founded().time_zone()};
        case v1::Event::kMeetingPlanned:
            return MeetingPlanned{read_plan(event.meeting_planned())};
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
            return InscriptionMoved{
                InscriptionId{event.inscription_moved().inscription_id()},
                id_or_none<InscriptionId>(event.inscription_moved().before_inscription_id())};
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
        case v1::Event::kMarkedExpected:
            return MarkedExpected{DelegationId{event.marked_expected().delegation_id()}};
        case v1::Event::kStatementHanded:
            return StatementHanded{DelegationId{event.statement_handed().delegation_id()},
                                   DelegationId{event.statement_handed().reader_delegation_id()}};
        case v1::Event::kChairLeftEmpty:
            return ChairLeftEmpty{InscriptionId{event.chair_left_empty().inscription_id()}};
        case v1::Event::kSilenceBegun:
            return SilenceBegun{InscriptionId{event.silence_begun().inscription_id()},
                                Duration{event.silence_begun().length_ms()}};
        case v1::Event::kQuestionsOpened:
            return read_opened(event.questions_opened());
        case v1::Event::kQuestionsClosed:
            return QuestionsClosed{};
        case v1::Event::kFloorRequested:
            return read_requested(event.floor_requested());
        case v1::Event::kRequestAccepted:
            return read_accepted(event.request_accepted());
        case v1::Event::kRequestDeclined:
            return RequestDeclined{InscriptionId{event.request_declined().request_id()}};
        case v1::Event::kWithdrawn:
            return Withdrawn{MeetingId{event.withdrawn().meeting_id()},
                             InscriptionId{event.withdrawn().inscription_id()}};
        case v1::Event::kInscribed:
            return read_inscribed(event.inscribed());
        case v1::Event::kAnswersBegun:
            return AnswersBegun{delegations(event.answers_begun().delegation_ids()),
                                Duration{event.answers_begun().budget_ms()}};
        case v1::Event::kPointOfOrderRaised:
            return PointOfOrderRaised{DelegationId{event.point_of_order_raised().delegation_id()},
                                      Duration{event.point_of_order_raised().allotted_ms()}};
        case v1::Event::kPointOfOrderRuled:
            return read_ruled(event.point_of_order_ruled());
        case v1::Event::kTimeReallocated:
            return read_reallocated(event.time_reallocated());
        case v1::Event::kHardStopSet:
            return HardStopSet{instant_or_none(event.hard_stop_set().at_unix_ms())};
        case v1::Event::kSignalSent:
            return read_sent(event.signal_sent());
        case v1::Event::kDisplaySet:
            return read_display(event.display_set());
        case v1::Event::kControlsPassed:
            return ControlsPassed{known(from_proto(event.controls_passed().to()), "role")};
        case v1::Event::kRollEntered:
            return RollEntered{MeetingId{event.roll_entered().meeting_id()},
                               texts(event.roll_entered().state_codes())};
        case v1::Event::kRollLeft:
            return RollLeft{MeetingId{event.roll_left().meeting_id()},
                            texts(event.roll_left().state_codes())};
        case v1::Event::kMeetingEdited:
            return MeetingEdited{read_plan(event.meeting_edited().plan())};
        case v1::Event::kMeetingCancelled:
            return MeetingCancelled{MeetingId{event.meeting_cancelled().meeting_id()}};
        case v1::Event::kMeetingRescheduled:
            return read_rescheduled(event.meeting_rescheduled());
        case v1::Event::kRulesSet:
            return read_rules_set(event.rules_set().rules());
        case v1::Event::kNameWithheld:
            return NameWithheld{MeetingId{event.name_withheld().meeting_id()},
                                DelegationId{event.name_withheld().delegation_id()}};
        case v1::Event::kNameErased:
            return NameErased{MeetingId{event.name_erased().meeting_id()},
                              DelegationId{event.name_erased().delegation_id()}};
        case v1::Event::kOutageReported:
            return OutageReported{instant_from_unix_ms(event.outage_reported().from_unix_ms()),
                                  instant_from_unix_ms(event.outage_reported().to_unix_ms())};
        case v1::Event::kLostTimeSettled:
            return LostTimeSettled{StatementId{event.lost_time_settled().statement_id()}};
        case v1::Event::EVENT_NOT_SET:
            break;
    }
    throw UnreadableRecord(
        "This version of Rostrum does not know an event: a newer one wrote it, or it is damaged.");
}

}  // namespace rostrum::wire
