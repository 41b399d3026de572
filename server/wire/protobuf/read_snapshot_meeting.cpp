#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/snapshot_fields.hpp"
#include "wire/protobuf/snapshot_meeting.hpp"
#include "wire/protobuf/told_as.hpp"

namespace rostrum::wire {

namespace {

using Kept = v1::RoomSnapshot;

Delegation read_delegation(const Kept::Delegation& delegation) {
    Delegation read;
    read.id = DelegationId{delegation.id()};
    read.kind = known_in_snapshot(from_proto(delegation.kind()), "kind of delegation");
    read.title = delegation.title();
    read.subject = delegation.subject();
    read.standing = known_in_snapshot(from_proto(delegation.standing()), "standing");
    read.absence_reason = delegation.absence_reason();
    if (delegation.has_reader()) read.reader = DelegationId{delegation.reader()};
    read.represented_by =
        known_in_snapshot(from_proto(delegation.represented_by()), "representation");
    read.state_code = delegation.state_code();
    return read;
}

Inscription read_inscription(const Kept::Inscription& inscription) {
    Inscription read;
    read.id = InscriptionId{inscription.id()};
    read.delegation = DelegationId{inscription.delegation_id()};
    read.kind = known_in_snapshot(from_proto(inscription.kind()), "kind of inscription");
    read.status =
        known_in_snapshot(told_as(inscription.status(), InscriptionStatus::empty_chair), "status");
    read.allotted = Duration{inscription.allotted_ms()};
    read.added = Duration{inscription.added_ms()};
    read.spoken = Duration{inscription.spoken_ms()};
    for (const std::string& id : inscription.addressed_to()) read.addressed_to.emplace_back(id);
    if (inscription.has_round()) read.round = RoundId{inscription.round()};
    read.ruling = from_proto(inscription.ruling());
    read.ruling_text = inscription.ruling_text();
    read.asked_by = inscription.asked_by();
    if (inscription.has_lost())
        read.lost = LostTime{Duration{inscription.lost().away_ms()},
                             Duration{inscription.lost().added_before_ms()}};
    return read;
}

Statement read_statement(const Kept::Statement& statement) {
    Statement read;
    read.id = StatementId{statement.id()};
    read.inscription = InscriptionId{statement.inscription_id()};
    read.given_at = instant_from_unix_ms(statement.given_at_unix_ms());
    read.timer.allotted = Duration{statement.allotted_ms()};
    read.timer.elapsed_before = Duration{statement.elapsed_before_ms()};
    if (statement.has_running_since_unix_ms())
        read.timer.running_since = instant_from_unix_ms(statement.running_since_unix_ms());
    read.paused_by_suspension = statement.paused_by_suspension();
    read.silence = statement.silence();
    return read;
}

Turn read_turn(const Kept::Turn& turn) {
    Turn read;
    read.statement = StatementId{turn.statement_id()};
    read.inscription = InscriptionId{turn.inscription_id()};
    read.from = instant_from_unix_ms(turn.from_unix_ms());
    read.to = instant_from_unix_ms(turn.to_unix_ms());
    read.spoken = Duration{turn.spoken_ms()};
    read.silence = turn.silence();
    return read;
}

Questions read_questions(const Kept::Questions& questions) {
    Questions read;
    read.open = questions.open();
    read.most = questions.most();
    if (questions.has_closes_at_unix_ms())
        read.closes_at = instant_from_unix_ms(questions.closes_at_unix_ms());
    read.accept_at_once = questions.accept_at_once();
    return read;
}

Request read_request(const Kept::Request& request) {
    Request read;
    read.id = InscriptionId{request.id()};
    read.delegation = DelegationId{request.delegation_id()};
    read.kind = known_in_snapshot(from_proto(request.kind()), "kind of inscription");
    for (const std::string& id : request.addressed_to()) read.addressed_to.emplace_back(id);
    read.asked_at = instant_from_unix_ms(request.asked_at_unix_ms());
    read.asked_by = request.asked_by();
    return read;
}

}  // namespace

Meeting read_meeting(const v1::RoomSnapshot::Meeting& meeting) {
    Meeting read;
    read.id = MeetingId{meeting.id()};
    read.state = State{meeting.state().code(), meeting.state().name()};
    read.starts_at = instant_from_unix_ms(meeting.starts_at_unix_ms());
    read.ends_at = instant_from_unix_ms(meeting.ends_at_unix_ms());
    read.course = known_in_snapshot(told_as(meeting.course(), Course::closed), "course");
    if (meeting.has_opened_at_unix_ms())
        read.opened_at = instant_from_unix_ms(meeting.opened_at_unix_ms());
    if (meeting.has_suspended_at_unix_ms())
        read.suspended_at = instant_from_unix_ms(meeting.suspended_at_unix_ms());
    if (meeting.has_closed_at_unix_ms())
        read.closed_at = instant_from_unix_ms(meeting.closed_at_unix_ms());
    for (const auto& one : meeting.delegations()) read.delegations.push_back(read_delegation(one));
    for (const auto& one : meeting.roll()) read.roll.push_back(read_delegation(one));
    for (const auto& one : meeting.list()) read.list.push_back(read_inscription(one));
    if (meeting.has_statement()) read.statement = read_statement(meeting.statement());
    if (meeting.has_interrupted())
        read.interrupted = Interruption{InscriptionId{meeting.interrupted().inscription_id()},
                                        meeting.interrupted().was_running()};
    for (const auto& one : meeting.turns()) read.turns.push_back(read_turn(one));
    read.questions = read_questions(meeting.questions());
    for (const auto& one : meeting.requests()) read.requests.push_back(read_request(one));
    read.asked = meeting.asked();
    for (const auto& one : meeting.rounds())
        read.rounds.push_back({RoundId{one.id()}, Duration{one.budget_ms()}});
    if (meeting.has_hard_stop_unix_ms())
        read.hard_stop = instant_from_unix_ms(meeting.hard_stop_unix_ms());
    if (meeting.has_reserve_ms()) read.reserve = Duration{meeting.reserve_ms()};
    return read;
}

}  // namespace rostrum::wire
