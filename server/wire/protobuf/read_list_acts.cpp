// What changes the speakers' list: empty chairs, questions, answers, points of order, times.
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/read_acts.hpp"

namespace rostrum::wire {

namespace {

std::vector<DelegationId> addressed_to(
    const google::protobuf::RepeatedPtrField<std::string>& delegations, CommandFields& fields) {
    return fields.ids<DelegationId>(delegations, "addressed_to", limits::delegations_a_meeting);
}

}  // namespace

MarkExpected read_act(const v1::MarkExpected& act, CommandFields& fields) {
    return {fields.id<DelegationId>(act.delegation_id(), "delegation_id")};
}

HaveStatementRead read_act(const v1::HaveStatementRead& act, CommandFields& fields) {
    return {fields.id<DelegationId>(act.delegation_id(), "delegation_id"),
            fields.id<DelegationId>(act.reader_delegation_id(), "reader_delegation_id")};
}

HonourEmptyChair read_act(const v1::HonourEmptyChair& act, CommandFields& fields) {
    return {fields.id<InscriptionId>(act.inscription_id(), "inscription_id"),
            CommandFields::optional_number<StatementId>(act.ending_statement_id()),
            fields.length(act.silence_ms(), "silence_ms")};
}

OpenQuestions read_act(const v1::OpenQuestions& act, CommandFields& fields) {
    return {act.most(), fields.length(act.open_for_ms(), "open_for_ms"), act.accept_at_once()};
}

RequestFloor read_act(const v1::RequestFloor& act, CommandFields& fields) {
    return {fields.id<DelegationId>(act.delegation_id(), "delegation_id"),
            fields.value(from_proto(act.kind()), "kind"), addressed_to(act.addressed_to(), fields)};
}

AcceptRequest read_act(const v1::AcceptRequest& act, CommandFields& fields) {
    return {
        fields.id<InscriptionId>(act.request_id(), "request_id"),
        fields.optional_id<InscriptionId>(act.before_inscription_id(), "before_inscription_id")};
}

DeclineRequest read_act(const v1::DeclineRequest& act, CommandFields& fields) {
    return {fields.id<InscriptionId>(act.request_id(), "request_id")};
}

Withdraw read_act(const v1::Withdraw& act, CommandFields& fields) {
    return {fields.id<InscriptionId>(act.inscription_id(), "inscription_id")};
}

Inscribe read_act(const v1::Inscribe& act, CommandFields& fields) {
    return {fields.optional_id<DelegationId>(act.delegation_id(), "delegation_id"),
            fields.value(from_proto(act.kind()), "kind"), addressed_to(act.addressed_to(), fields)};
}

BeginAnswers read_act(const v1::BeginAnswers& act, CommandFields& fields) {
    return {fields.ids<DelegationId>(act.delegation_ids(), "delegation_ids",
                                     limits::delegations_a_meeting),
            fields.length(act.budget_ms(), "budget_ms")};
}

RaisePointOfOrder read_act(const v1::RaisePointOfOrder& act, CommandFields& fields) {
    return {fields.id<DelegationId>(act.delegation_id(), "delegation_id"),
            CommandFields::optional_number<StatementId>(act.interrupting_statement_id())};
}

RuleOnPointOfOrder read_act(const v1::RuleOnPointOfOrder& act, CommandFields& fields) {
    return {fields.number<StatementId>(act.statement_id(), "statement_id"),
            fields.value(from_proto(act.ruling()), "ruling"), act.text()};
}

Yield read_act(const v1::Yield& act, CommandFields& fields) {
    return {fields.number<StatementId>(act.statement_id(), "statement_id"),
            fields.id<InscriptionId>(act.inscription_id(), "inscription_id")};
}

Reallocate read_act(const v1::Reallocate& act, CommandFields& fields) {
    Reallocate read;
    read.reserve = fields.length(act.reserve_ms(), "reserve_ms");
    if (!fields.fits(act.allotments_size(), "allotments", limits::inscriptions_a_meeting))
        return read;
    for (const v1::Allotment& allotment : act.allotments())
        read.allotments.push_back(
            {fields.id<InscriptionId>(allotment.inscription_id(), "inscription_id"),
             fields.length(allotment.allotted_ms(), "allotted_ms")});
    return read;
}

}  // namespace rostrum::wire
