// What changes the programme, the rules and the names.
#include "wire/json/json_scan.hpp"
#include "wire/protobuf/read_acts.hpp"
#include "wire/protobuf/read_programme.hpp"
#include "wire/protobuf/rules.hpp"

namespace rostrum::wire {

PlanMeetings read_act(const v1::PlanMeetings& act, CommandFields& fields) {
    PlanMeetings read;
    if (!fields.fits(act.meetings_size(), "meetings", limits::meetings_a_room)) return read;
    std::vector<Fault> faults;
    for (int i = 0; i < act.meetings_size(); ++i)
        read.meetings.push_back(read_planned_meeting(
            act.meetings(i), place_of("meetings", static_cast<std::size_t>(i)), Rules{}, faults));
    if (!faults.empty()) fields.fault_at(faults.front().place, faults.front().reason);
    return read;
}

CancelMeeting read_act(const v1::CancelMeeting& act, CommandFields& fields) {
    return {fields.id<MeetingId>(act.meeting_id(), "meeting_id")};
}

MoveMeeting read_act(const v1::MoveMeeting& act, CommandFields& fields) {
    return {fields.id<MeetingId>(act.meeting_id(), "meeting_id"),
            fields.optional_id<MeetingId>(act.before_meeting_id(), "before_meeting_id")};
}

SetRules read_act(const v1::SetRules& act, CommandFields& fields) {
    if (!act.has_rules()) fields.refuse("rules", "is missing");
    return {read_rules(act.rules(), fields)};
}

NameSpeaker read_act(const v1::NameSpeaker& act, CommandFields& fields) {
    return {fields.id<MeetingId>(act.meeting_id(), "meeting_id"),
            fields.id<DelegationId>(act.delegation_id(), "delegation_id"), act.name()};
}

WithholdName read_act(const v1::WithholdName& act, CommandFields& fields) {
    return {fields.id<MeetingId>(act.meeting_id(), "meeting_id"),
            fields.id<DelegationId>(act.delegation_id(), "delegation_id")};
}

EraseName read_act(const v1::EraseName& act, CommandFields& fields) {
    return {fields.id<MeetingId>(act.meeting_id(), "meeting_id"),
            fields.id<DelegationId>(act.delegation_id(), "delegation_id")};
}

}  // namespace rostrum::wire
