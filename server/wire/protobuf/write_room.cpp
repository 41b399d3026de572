#include "wire/protobuf/write_room.hpp"

#include <optional>

#include "floor/lost_time.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/write_table.hpp"

namespace rostrum::wire {

namespace {

std::int64_t unix_ms_or_zero(const std::optional<Instant>& instant) {
    return instant ? unix_ms(*instant) : 0;
}

// The sections of the current meeting: present but empty in an empty room.

void write_meeting(const Meeting* meeting, v1::Meeting& out) {
    if (!meeting) return;
    out.set_id(meeting->id.value);
    FieldWriter{*out.mutable_state()}.write(meeting->state);
    out.set_starts_at_unix_ms(unix_ms(meeting->starts_at));
    out.set_ends_at_unix_ms(unix_ms(meeting->ends_at));
    out.set_course(to_proto(meeting->course));
    out.set_opened_at_unix_ms(unix_ms_or_zero(meeting->opened_at));
    out.set_suspended_at_unix_ms(unix_ms_or_zero(meeting->suspended_at));
    out.set_closed_at_unix_ms(unix_ms_or_zero(meeting->closed_at));
    out.set_due_at_unix_ms(unix_ms(due_at(*meeting)));
    for (const Turn& turn : meeting->turns) FieldWriter{*out.add_turns()}.write(turn);
    out.set_resumes_at_unix_ms(unix_ms_or_zero(meeting->resumes_at));
}

void write_plates(const Room& room, const Meeting* meeting, View view, v1::Plates& out) {
    if (!meeting) return;
    for (const Delegation& delegation : meeting->delegations)
        write_plate(room, *meeting, delegation, view, *out.add_delegations());
}

void write_inscription(const Inscription& inscription, const Rules& rules, View view,
                       v1::Inscription& out) {
    out.set_id(inscription.id.value);
    out.set_delegation_id(inscription.delegation.value);
    out.set_kind(to_proto(inscription.kind));
    out.set_status(to_proto(inscription.status));
    out.set_allotted_ms(inscription.allotted.count());
    out.set_added_ms(inscription.added.count());
    out.set_spoken_ms(inscription.spoken.count());
    const AllotmentLimits limits = allotment_limits(inscription.kind, rules);
    out.set_shortest_ms(limits.shortest.count());
    out.set_longest_ms(limits.longest.count());
    for (const DelegationId& delegation : inscription.addressed_to)
        out.add_addressed_to(delegation.value);
    if (inscription.round) out.set_round_id(inscription.round->value);
    if (inscription.ruling) out.set_ruling(to_proto(*inscription.ruling));
    // The chair's own words, for the record: they may name a person.
    if (view == View::podium) out.set_ruling_text(inscription.ruling_text);
}

void write_list(const Meeting* meeting, const Rules& rules, View view, v1::SpeakersList& out) {
    if (!meeting) return;
    for (const Inscription& inscription : meeting->list)
        write_inscription(inscription, rules, view, *out.add_inscriptions());
    if (const Inscription* next = next_inscription(*meeting))
        out.set_next_inscription_id(next->id.value);
    for (const AnswerRound& begun : meeting->rounds) {
        v1::AnswerRound& round = *out.add_rounds();
        round.set_id(begun.id.value);
        round.set_budget_ms(begun.budget.count());
        round.set_left_ms(left_of(*meeting, begun.id).count());
        round.set_waiting_ms(left_to_waiting(*meeting, begun.id).count());
    }
}

void write_statement(const Meeting& meeting, const Statement& given, const Rules& rules,
                     v1::Statement& out) {
    out.set_id(given.id.value);
    out.set_inscription_id(given.inscription.value);
    if (const Inscription* inscription = find(meeting, given.inscription))
        out.set_delegation_id(inscription->delegation.value);
    out.set_given_at_unix_ms(unix_ms(given.given_at));
    out.set_allotted_ms(given.timer.allotted.count());
    out.set_elapsed_before_ms(given.timer.elapsed_before.count());
    out.set_running_since_unix_ms(unix_ms_or_zero(given.timer.running_since));
    out.set_warning_ms(warning(given.timer.allotted, rules.warning).count());
    out.set_silence(given.silence);
    out.set_runs_on_resumption(given.paused_by_suspension);
}

void write_interrupted(const Meeting& meeting, const Interruption& interruption,
                       v1::Interrupted& out) {
    out.set_inscription_id(interruption.inscription.value);
    out.set_was_running(interruption.was_running);
    const Inscription* inscription = find(meeting, interruption.inscription);
    if (!inscription) return;
    out.set_delegation_id(inscription->delegation.value);
    const Duration left = inscription->allotted + inscription->added - inscription->spoken;
    out.set_remaining_ms(left.count());
}

void write_lost_time(const Meeting& meeting, v1::Floor& out) {
    const Duration offered = offered_time(meeting);
    if (offered == Duration{0}) return;
    const Inscription& inscription = *find(meeting, meeting.statement->inscription);
    out.mutable_lost_time()->set_away_ms(inscription.lost->away.count());
    out.mutable_lost_time()->set_offered_ms(offered.count());
}

void write_floor(const Meeting* meeting, const Rules& rules, View view, v1::Floor& out) {
    if (!meeting) return;
    if (view == View::podium) write_lost_time(*meeting, out);
    if (meeting->statement)
        write_statement(*meeting, *meeting->statement, rules, *out.mutable_statement());
    if (meeting->interrupted)
        write_interrupted(*meeting, *meeting->interrupted, *out.mutable_interrupted());
}

void write_notice_board(const Room& room, v1::NoticeBoard& out) {
    if (const auto& notice = room.proceedings.notice)
        FieldWriter{*out.mutable_notice()}.write(*notice);
}

void write_summary(const Meeting& meeting, v1::MeetingSummary& out) {
    out.set_id(meeting.id.value);
    FieldWriter{*out.mutable_state()}.write(meeting.state);
    out.set_starts_at_unix_ms(unix_ms(meeting.starts_at));
    out.set_ends_at_unix_ms(unix_ms(meeting.ends_at));
    out.set_course(to_proto(meeting.course));
}

}  // namespace

void write_room(const Room& room, View view, v1::Room& out) {
    write_agenda(room, *out.mutable_agenda());
    write_notice_board(room, *out.mutable_notice_board());
    write_settings(room, *out.mutable_settings());
    if (view == View::podium) write_memory(room, *out.mutable_memory());
    if (view != View::everybody) write_signals(room, view, *out.mutable_signals());

    const Meeting* meeting = current_meeting(room);
    write_meeting(meeting, *out.mutable_meeting());
    write_plates(room, meeting, view, *out.mutable_plates());
    write_list(meeting, room.rules, view, *out.mutable_list());
    write_floor(meeting, room.rules, view, *out.mutable_floor());
    write_questions(meeting, view, *out.mutable_questions());
    write_roll(room, meeting, view, *out.mutable_roll());
    write_hour(meeting, room.rules, *out.mutable_hour());
}

void write_agenda(const Room& room, v1::Agenda& out) {
    out.set_room_id(room.id.value);
    out.set_room_name(room.name);
    out.set_time_zone(room.time_zone);
    for (const Shared<Meeting>& meeting : room.proceedings.meetings)
        write_summary(*meeting, *out.add_meetings());
    if (room.proceedings.current) out.set_current_meeting_id(room.proceedings.current->value);
    out.set_programme_revision(room.programme_revision.value);
    out.set_archived(room.archived);
    for (const MovedMeeting& moved : room.moved) FieldWriter{*out.add_moved()}.write(moved);
}

}  // namespace rostrum::wire
