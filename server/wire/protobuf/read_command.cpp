#include "wire/protobuf/read_command.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "floor/limits.hpp"
#include "wire/protobuf/command_fields.hpp"
#include "wire/protobuf/read_acts.hpp"

namespace rostrum::wire {

namespace {

bool is_command_id(std::string_view id) {
    return id.size() >= limits::command_id_shortest && id.size() <= limits::command_id_longest &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-';
           });
}

/// None where the command names no act that this version knows.
std::optional<Command> read_any(const v1::Command& command, CommandFields& fields) {
    const auto meeting = [&](const auto& act) {
        return fields.id<MeetingId>(act.meeting_id(), "meeting_id");
    };
    const auto inscription = [&](const auto& act) {
        return fields.id<InscriptionId>(act.inscription_id(), "inscription_id");
    };
    const auto delegation = [&](const auto& act) {
        return fields.id<DelegationId>(act.delegation_id(), "delegation_id");
    };
    const auto statement = [&](const auto& act) {
        return fields.number<StatementId>(act.statement_id(), "statement_id");
    };
    const auto ending = [](const auto& act) {
        return CommandFields::optional_number<StatementId>(act.ending_statement_id());
    };
    switch (command.act_case()) {
        case v1::Command::kAnnounceMeeting:
            return AnnounceMeeting{meeting(command.announce_meeting())};
        case v1::Command::kOpenMeeting:
            return OpenMeeting{meeting(command.open_meeting())};
        case v1::Command::kSuspendMeeting:
            return SuspendMeeting{meeting(command.suspend_meeting())};
        case v1::Command::kResumeMeeting:
            return ResumeMeeting{meeting(command.resume_meeting())};
        case v1::Command::kCloseMeeting:
            return CloseMeeting{meeting(command.close_meeting())};
        case v1::Command::kGiveFloor:
            return GiveFloor{inscription(command.give_floor()), ending(command.give_floor())};
        case v1::Command::kNext:
            return Next{ending(command.next()),
                        fields.optional_id<InscriptionId>(command.next().calling_inscription_id(),
                                                          "calling_inscription_id")};
        case v1::Command::kPauseStatement:
            return PauseStatement{statement(command.pause_statement())};
        case v1::Command::kResumeStatement:
            return ResumeStatement{statement(command.resume_statement())};
        case v1::Command::kEndStatement:
            return EndStatement{statement(command.end_statement())};
        case v1::Command::kDeclineStatement:
            return DeclineStatement{inscription(command.decline_statement())};
        case v1::Command::kAddTime:
            return AddTime{statement(command.add_time()), Duration{command.add_time().added_ms()}};
        case v1::Command::kSetAllotment:
            return SetAllotment{inscription(command.set_allotment()),
                                Duration{command.set_allotment().allotted_ms()}};
        case v1::Command::kMoveInscription:
            return MoveInscription{
                inscription(command.move_inscription()),
                fields.optional_id<InscriptionId>(
                    command.move_inscription().before_inscription_id(), "before_inscription_id")};
        case v1::Command::kMarkPresent:
            return MarkPresent{delegation(command.mark_present())};
        case v1::Command::kMarkAbsent:
            return MarkAbsent{delegation(command.mark_absent()),
                              command.mark_absent().public_reason()};
        case v1::Command::kShowNotice:
            return ShowNotice{command.show_notice().text()};
        case v1::Command::kClearNotice:
            return ClearNotice{
                fields.number<NoticeId>(command.clear_notice().notice_id(), "notice_id")};
        case v1::Command::kUndo:
            return Undo{fields.number<Revision>(command.undo().revision(), "revision")};
        case v1::Command::kMarkExpected:
            return read_act(command.mark_expected(), fields);
        case v1::Command::kHaveStatementRead:
            return read_act(command.have_statement_read(), fields);
        case v1::Command::kHonourEmptyChair:
            return read_act(command.honour_empty_chair(), fields);
        case v1::Command::kOpenQuestions:
            return read_act(command.open_questions(), fields);
        case v1::Command::kCloseQuestions:
            return CloseQuestions{};
        case v1::Command::kRequestFloor:
            return read_act(command.request_floor(), fields);
        case v1::Command::kAcceptRequest:
            return read_act(command.accept_request(), fields);
        case v1::Command::kDeclineRequest:
            return read_act(command.decline_request(), fields);
        case v1::Command::kWithdraw:
            return read_act(command.withdraw(), fields);
        case v1::Command::kInscribe:
            return read_act(command.inscribe(), fields);
        case v1::Command::kBeginAnswers:
            return read_act(command.begin_answers(), fields);
        case v1::Command::kRaisePointOfOrder:
            return read_act(command.raise_point_of_order(), fields);
        case v1::Command::kRuleOnPointOfOrder:
            return read_act(command.rule_on_point_of_order(), fields);
        case v1::Command::kYield:
            return read_act(command.yield(), fields);
        case v1::Command::kReallocate:
            return read_act(command.reallocate(), fields);
        case v1::Command::kSetHardStop:
            return read_act(command.set_hard_stop(), fields);
        case v1::Command::kSendSignal:
            return read_act(command.send_signal(), fields);
        case v1::Command::kSetDisplay:
            return read_act(command.set_display(), fields);
        case v1::Command::kTakeControls:
            return TakeControls{};
        case v1::Command::kHandBackControls:
            return HandBackControls{};
        case v1::Command::kEnterRoll:
            return read_act(command.enter_roll(), fields);
        case v1::Command::kLeaveRoll:
            return read_act(command.leave_roll(), fields);
        case v1::Command::kPlanMeetings:
            return read_act(command.plan_meetings(), fields);
        case v1::Command::kCancelMeeting:
            return read_act(command.cancel_meeting(), fields);
        case v1::Command::kMoveMeeting:
            return read_act(command.move_meeting(), fields);
        case v1::Command::kSetRules:
            return read_act(command.set_rules(), fields);
        case v1::Command::kNameSpeaker:
            return read_act(command.name_speaker(), fields);
        case v1::Command::kWithholdName:
            return read_act(command.withhold_name(), fields);
        case v1::Command::kEraseName:
            return read_act(command.erase_name(), fields);
        case v1::Command::kSettleLostTime:
            return SettleLostTime{statement(command.settle_lost_time()),
                                  Duration{command.settle_lost_time().offered_ms()},
                                  command.settle_lost_time().give_back()};
        case v1::Command::ACT_NOT_SET:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::variant<SentCommand, Malformed> read_command(const v1::Command& command) {
    CommandId id = read_command_id(command);
    if (id.empty())
        return Malformed{id,
                         "A command has an id: 8 to 64 letters, digits, hyphens and underscores."};

    CommandFields fields;
    std::optional<Command> act = read_any(command, fields);
    if (!act) return Malformed{std::move(id), "The command names no act that this server knows."};
    if (fields.fault()) return Malformed{std::move(id), *fields.fault()};
    return SentCommand{std::move(id), std::move(*act)};
}

CommandId read_command_id(const v1::Command& command) {
    return is_command_id(command.id()) ? CommandId{command.id()} : CommandId{};
}

}  // namespace rostrum::wire
