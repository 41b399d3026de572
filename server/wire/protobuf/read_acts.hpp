#pragma once

#include "floor/command.hpp"
#include "rostrum/v1/command.pb.h"
#include "wire/protobuf/command_fields.hpp"

/// The commands of more than a field or two, each as it is read. What cannot be is told to
/// `fields`, and the command is then not to be used.
namespace rostrum::wire {

// read_list_acts.cpp
[[nodiscard]] MarkExpected read_act(const v1::MarkExpected& act, CommandFields& fields);
[[nodiscard]] HaveStatementRead read_act(const v1::HaveStatementRead& act, CommandFields& fields);
[[nodiscard]] HonourEmptyChair read_act(const v1::HonourEmptyChair& act, CommandFields& fields);
[[nodiscard]] OpenQuestions read_act(const v1::OpenQuestions& act, CommandFields& fields);
[[nodiscard]] RequestFloor read_act(const v1::RequestFloor& act, CommandFields& fields);
[[nodiscard]] AcceptRequest read_act(const v1::AcceptRequest& act, CommandFields& fields);
[[nodiscard]] DeclineRequest read_act(const v1::DeclineRequest& act, CommandFields& fields);
[[nodiscard]] Withdraw read_act(const v1::Withdraw& act, CommandFields& fields);
[[nodiscard]] Inscribe read_act(const v1::Inscribe& act, CommandFields& fields);
[[nodiscard]] BeginAnswers read_act(const v1::BeginAnswers& act, CommandFields& fields);
[[nodiscard]] RaisePointOfOrder read_act(const v1::RaisePointOfOrder& act, CommandFields& fields);
[[nodiscard]] RuleOnPointOfOrder read_act(const v1::RuleOnPointOfOrder& act, CommandFields& fields);
[[nodiscard]] Yield read_act(const v1::Yield& act, CommandFields& fields);
[[nodiscard]] Reallocate read_act(const v1::Reallocate& act, CommandFields& fields);

// read_table_acts.cpp
[[nodiscard]] SetHardStop read_act(const v1::SetHardStop& act, CommandFields& fields);
[[nodiscard]] SendSignal read_act(const v1::SendSignal& act, CommandFields& fields);
[[nodiscard]] SetDisplay read_act(const v1::SetDisplay& act, CommandFields& fields);
[[nodiscard]] EnterRoll read_act(const v1::EnterRoll& act, CommandFields& fields);
[[nodiscard]] LeaveRoll read_act(const v1::LeaveRoll& act, CommandFields& fields);

// read_programme_acts.cpp
[[nodiscard]] PlanMeetings read_act(const v1::PlanMeetings& act, CommandFields& fields);
[[nodiscard]] CancelMeeting read_act(const v1::CancelMeeting& act, CommandFields& fields);
[[nodiscard]] MoveMeeting read_act(const v1::MoveMeeting& act, CommandFields& fields);
[[nodiscard]] SetRules read_act(const v1::SetRules& act, CommandFields& fields);
[[nodiscard]] NameSpeaker read_act(const v1::NameSpeaker& act, CommandFields& fields);
[[nodiscard]] WithholdName read_act(const v1::WithholdName& act, CommandFields& fields);
[[nodiscard]] EraseName read_act(const v1::EraseName& act, CommandFields& fields);

}  // namespace rostrum::wire
