#include "wire/protobuf/write_programme.hpp"

#include <google/protobuf/util/time_util.h>

#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/rules.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

namespace {

std::int32_t whole_seconds(Duration time) {
    return static_cast<std::int32_t>(
        std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

void write_instant(Instant instant, google::protobuf::Timestamp& out) {
    out = google::protobuf::util::TimeUtil::MillisecondsToTimestamp(unix_ms(instant));
}

void write_panellist(const PlannedDelegation& panellist, v1::Panellist& out) {
    out.set_id(panellist.id.value);
    out.set_kind(to_proto(panellist.kind));
    out.set_title(panellist.title);
    out.set_speaker_name(panellist.speaker_name);
    out.set_subject(panellist.subject);
    out.set_allotted_s(whole_seconds(panellist.allotted));
    out.set_standing(to_proto(panellist.standing));
    out.set_absence_reason(panellist.absence_reason);
    out.set_represented_by(to_proto(panellist.represented_by));
}

void write_meeting(const PlannedMeeting& meeting, v1::PlannedMeeting& out) {
    out.set_id(meeting.id.value);
    write_state(meeting.state, *out.mutable_state());
    write_instant(meeting.starts_at, *out.mutable_starts_at());
    write_instant(meeting.ends_at, *out.mutable_ends_at());
    out.set_sur_statement_s(whole_seconds(meeting.sur_allotted));
    for (const PlannedDelegation& panellist : meeting.panel)
        write_panellist(panellist, *out.add_panel());
    if (meeting.hard_stop) write_instant(*meeting.hard_stop, *out.mutable_hard_stop_at());
}

}  // namespace

void write_room(const PlannedRoom& room, v1::PlannedRoom& out) {
    out.set_id(room.id.value);
    out.set_name(room.name);
    out.set_time_zone(room.time_zone);
    for (const PlannedMeeting& meeting : room.meetings) write_meeting(meeting, *out.add_meetings());
    write_rules(room.rules, *out.mutable_rules());
}

void write_programme(const Programme& programme, v1::Programme& out) {
    out.set_title(programme.title);
    out.set_remark(programme.remark);
    for (const PlannedRoom& room : programme.rooms) write_room(room, *out.add_rooms());
}

}  // namespace rostrum::wire
