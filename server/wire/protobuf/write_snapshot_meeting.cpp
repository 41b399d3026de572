#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/snapshot_meeting.hpp"
#include "wire/protobuf/write_room.hpp"

namespace rostrum::wire {

namespace {

using Kept = v1::RoomSnapshot;

void write_delegation(const Delegation& delegation, Kept::Delegation& out) {
    out.set_id(delegation.id.value);
    out.set_kind(to_proto(delegation.kind));
    out.set_title(delegation.title);
    out.set_subject(delegation.subject);
    out.set_standing(to_proto(delegation.standing));
    out.set_absence_reason(delegation.absence_reason);
    if (delegation.reader) out.set_reader(delegation.reader->value);
    out.set_represented_by(to_proto(delegation.represented_by));
    out.set_state_code(delegation.state_code);
}

void write_inscription(const Inscription& inscription, Kept::Inscription& out) {
    out.set_id(inscription.id.value);
    out.set_delegation_id(inscription.delegation.value);
    out.set_kind(to_proto(inscription.kind));
    out.set_status(to_proto(inscription.status));
    out.set_allotted_ms(inscription.allotted.count());
    out.set_added_ms(inscription.added.count());
    out.set_spoken_ms(inscription.spoken.count());
    for (const DelegationId& id : inscription.addressed_to) out.add_addressed_to(id.value);
    if (inscription.round) out.set_round(inscription.round->value);
    if (inscription.ruling) out.set_ruling(to_proto(*inscription.ruling));
    out.set_ruling_text(inscription.ruling_text);
    out.set_asked_by(inscription.asked_by);
    if (!inscription.lost) return;
    out.mutable_lost()->set_away_ms(inscription.lost->away.count());
    out.mutable_lost()->set_added_before_ms(inscription.lost->added_before.count());
}

void write_statement(const Statement& statement, Kept::Statement& out) {
    out.set_id(statement.id.value);
    out.set_inscription_id(statement.inscription.value);
    out.set_given_at_unix_ms(unix_ms(statement.given_at));
    out.set_allotted_ms(statement.timer.allotted.count());
    out.set_elapsed_before_ms(statement.timer.elapsed_before.count());
    if (statement.timer.running_since)
        out.set_running_since_unix_ms(unix_ms(*statement.timer.running_since));
    out.set_paused_by_suspension(statement.paused_by_suspension);
    out.set_silence(statement.silence);
}

void write_turn(const Turn& turn, Kept::Turn& out) {
    out.set_statement_id(turn.statement.value);
    out.set_inscription_id(turn.inscription.value);
    out.set_from_unix_ms(unix_ms(turn.from));
    out.set_to_unix_ms(unix_ms(turn.to));
    out.set_spoken_ms(turn.spoken.count());
    out.set_silence(turn.silence);
}

void write_questions(const Questions& questions, Kept::Questions& out) {
    out.set_open(questions.open);
    out.set_most(questions.most);
    if (questions.closes_at) out.set_closes_at_unix_ms(unix_ms(*questions.closes_at));
    out.set_accept_at_once(questions.accept_at_once);
}

void write_request(const Request& request, Kept::Request& out) {
    out.set_id(request.id.value);
    out.set_delegation_id(request.delegation.value);
    out.set_kind(to_proto(request.kind));
    for (const DelegationId& id : request.addressed_to) out.add_addressed_to(id.value);
    out.set_asked_at_unix_ms(unix_ms(request.asked_at));
    out.set_asked_by(request.asked_by);
}

}  // namespace

void write_meeting(const Meeting& meeting, v1::RoomSnapshot::Meeting& out) {
    out.set_id(meeting.id.value);
    write_state(meeting.state, *out.mutable_state());
    out.set_starts_at_unix_ms(unix_ms(meeting.starts_at));
    out.set_ends_at_unix_ms(unix_ms(meeting.ends_at));
    out.set_course(to_proto(meeting.course));
    if (meeting.opened_at) out.set_opened_at_unix_ms(unix_ms(*meeting.opened_at));
    if (meeting.suspended_at) out.set_suspended_at_unix_ms(unix_ms(*meeting.suspended_at));
    if (meeting.closed_at) out.set_closed_at_unix_ms(unix_ms(*meeting.closed_at));
    for (const Delegation& one : meeting.delegations) write_delegation(one, *out.add_delegations());
    for (const Delegation& one : meeting.roll) write_delegation(one, *out.add_roll());
    for (const Inscription& one : meeting.list) write_inscription(one, *out.add_list());
    if (meeting.statement) write_statement(*meeting.statement, *out.mutable_statement());
    if (meeting.interrupted) {
        out.mutable_interrupted()->set_inscription_id(meeting.interrupted->inscription.value);
        out.mutable_interrupted()->set_was_running(meeting.interrupted->was_running);
    }
    for (const Turn& one : meeting.turns) write_turn(one, *out.add_turns());
    write_questions(meeting.questions, *out.mutable_questions());
    for (const Request& one : meeting.requests) write_request(one, *out.add_requests());
    out.set_asked(meeting.asked);
    for (const AnswerRound& one : meeting.rounds) {
        Kept::AnswerRound& round = *out.add_rounds();
        round.set_id(one.id.value);
        round.set_budget_ms(one.budget.count());
    }
    if (meeting.hard_stop) out.set_hard_stop_unix_ms(unix_ms(*meeting.hard_stop));
    if (meeting.reserve) out.set_reserve_ms(meeting.reserve->count());
}

}  // namespace rostrum::wire
