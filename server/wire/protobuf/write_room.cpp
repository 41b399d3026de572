#include "wire/protobuf/write_room.hpp"

#include <optional>

#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

std::int64_t unix_ms_or_zero(const std::optional<Instant>& instant) {
    return instant ? unix_ms(*instant) : 0;
}

void write_turn(const Turn& turn, v1::Turn& out) {
    out.set_statement_id(turn.statement.value);
    out.set_inscription_id(turn.inscription.value);
    out.set_from_unix_ms(unix_ms(turn.from));
    out.set_to_unix_ms(unix_ms(turn.to));
    out.set_spoken_ms(turn.spoken.count());
}

// The sections of the current meeting: in an empty room they are there and say nothing.

void write_meeting(const Meeting* meeting, v1::Meeting& out) {
    if (!meeting) return;
    out.set_id(meeting->id.value);
    write_state(meeting->state, *out.mutable_state());
    out.set_starts_at_unix_ms(unix_ms(meeting->starts_at));
    out.set_ends_at_unix_ms(unix_ms(meeting->ends_at));
    out.set_course(to_proto(meeting->course));
    out.set_opened_at_unix_ms(unix_ms_or_zero(meeting->opened_at));
    out.set_suspended_at_unix_ms(unix_ms_or_zero(meeting->suspended_at));
    out.set_closed_at_unix_ms(unix_ms_or_zero(meeting->closed_at));
    out.set_due_at_unix_ms(unix_ms(due_at(*meeting)));
    for (const Turn& turn : meeting->turns) write_turn(turn, *out.add_turns());
}

void write_plates(const Room& room, const Meeting* meeting, v1::Plates& out) {
    if (!meeting) return;
    for (const Delegation& delegation : meeting->delegations) {
        v1::Delegation& plate = *out.add_delegations();
        plate.set_id(delegation.id.value);
        plate.set_kind(to_proto(delegation.kind));
        plate.set_title(delegation.title);
        plate.set_subject(delegation.subject);
        plate.set_standing(to_proto(delegation.standing));
        plate.set_absence_reason(delegation.absence_reason);
        const auto name = room.names.find({meeting->id, delegation.id});
        if (name != room.names.end()) plate.set_speaker_name(name->second);
    }
}

void write_list(const Meeting* meeting, v1::SpeakersList& out) {
    if (!meeting) return;
    for (const Inscription& inscription : meeting->list) {
        v1::Inscription& entry = *out.add_inscriptions();
        entry.set_id(inscription.id.value);
        entry.set_delegation_id(inscription.delegation.value);
        entry.set_kind(to_proto(inscription.kind));
        entry.set_status(to_proto(inscription.status));
        entry.set_allotted_ms(inscription.allotted.count());
        entry.set_added_ms(inscription.added.count());
        entry.set_spoken_ms(inscription.spoken.count());
        const AllotmentLimits limits = allotment_limits(inscription.kind);
        entry.set_shortest_ms(limits.shortest.count());
        entry.set_longest_ms(limits.longest.count());
    }
    if (const Inscription* next = next_inscription(*meeting))
        out.set_next_inscription_id(next->id.value);
}

void write_floor(const Meeting* meeting, v1::Floor& out) {
    if (!meeting || !meeting->statement) return;
    const Statement& given = *meeting->statement;
    v1::Statement& statement = *out.mutable_statement();
    statement.set_id(given.id.value);
    statement.set_inscription_id(given.inscription.value);
    if (const Inscription* inscription = find(*meeting, given.inscription))
        statement.set_delegation_id(inscription->delegation.value);
    statement.set_given_at_unix_ms(unix_ms(given.given_at));
    statement.set_allotted_ms(given.timer.allotted.count());
    statement.set_elapsed_before_ms(given.timer.elapsed_before.count());
    statement.set_running_since_unix_ms(unix_ms_or_zero(given.timer.running_since));
    statement.set_warning_ms(warning(given.timer.allotted).count());
}

void write_notice_board(const Room& room, v1::NoticeBoard& out) {
    const std::optional<Notice>& notice = room.proceedings.notice;
    if (!notice) return;
    out.mutable_notice()->set_id(notice->id.value);
    out.mutable_notice()->set_text(notice->text);
}

void write_memory(const Room& room, v1::Memory& out) {
    out.set_count(static_cast<std::uint32_t>(room.memory.size()));
    if (room.memory.empty()) return;
    const RememberedAct& act = *room.memory.back();
    v1::RememberedAct& last = *out.mutable_last();
    last.set_revision(act.revision.value);
    last.set_kind(to_proto(act.kind));
    last.set_at_unix_ms(unix_ms(act.at));
    last.mutable_actor()->set_role(to_proto(act.actor.role));
    last.mutable_actor()->set_device(act.actor.device);
    if (act.meeting) last.set_meeting_id(act.meeting->value);
    if (act.delegation) last.set_delegation_id(act.delegation->value);
}

void write_summary(const Meeting& meeting, v1::MeetingSummary& out) {
    out.set_id(meeting.id.value);
    write_state(meeting.state, *out.mutable_state());
    out.set_starts_at_unix_ms(unix_ms(meeting.starts_at));
    out.set_ends_at_unix_ms(unix_ms(meeting.ends_at));
    out.set_course(to_proto(meeting.course));
}

}  // namespace

void write_room(const Room& room, View view, Sections sections, v1::Room& out) {
    if (sections.has(Section::agenda)) write_agenda(room, *out.mutable_agenda());
    if (sections.has(Section::notice_board)) write_notice_board(room, *out.mutable_notice_board());
    if (sections.has(Section::memory) && view == View::podium)
        write_memory(room, *out.mutable_memory());

    const Meeting* meeting = current_meeting(room);
    if (sections.has(Section::meeting)) write_meeting(meeting, *out.mutable_meeting());
    if (sections.has(Section::plates)) write_plates(room, meeting, *out.mutable_plates());
    if (sections.has(Section::list)) write_list(meeting, *out.mutable_list());
    if (sections.has(Section::floor)) write_floor(meeting, *out.mutable_floor());
}

void write_agenda(const Room& room, v1::Agenda& out) {
    out.set_room_id(room.id.value);
    out.set_room_name(room.name);
    out.set_time_zone(room.time_zone);
    for (const Shared<Meeting>& meeting : room.proceedings.meetings)
        write_summary(*meeting, *out.add_meetings());
    if (room.proceedings.current) out.set_current_meeting_id(room.proceedings.current->value);
}

void write_state(const State& state, v1::State& out) {
    out.set_code(state.code);
    out.set_name(state.name);
}

}  // namespace rostrum::wire
