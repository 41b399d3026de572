#include "floor/act.hpp"

namespace rostrum {

namespace {

struct KindOf {
    ActKind operator()(const FoundRoom&) const { return ActKind::found_room; }
    ActKind operator()(const AnnounceMeeting&) const { return ActKind::announce_meeting; }
    ActKind operator()(const OpenMeeting&) const { return ActKind::open_meeting; }
    ActKind operator()(const SuspendMeeting&) const { return ActKind::suspend_meeting; }
    ActKind operator()(const ResumeMeeting&) const { return ActKind::resume_meeting; }
    ActKind operator()(const CloseMeeting&) const { return ActKind::close_meeting; }
    ActKind operator()(const GiveFloor&) const { return ActKind::give_floor; }
    ActKind operator()(const Next&) const { return ActKind::next; }
    ActKind operator()(const PauseStatement&) const { return ActKind::pause_statement; }
    ActKind operator()(const ResumeStatement&) const { return ActKind::resume_statement; }
    ActKind operator()(const EndStatement&) const { return ActKind::end_statement; }
    ActKind operator()(const DeclineStatement&) const { return ActKind::decline_statement; }
    ActKind operator()(const AddTime&) const { return ActKind::add_time; }
    ActKind operator()(const SetAllotment&) const { return ActKind::set_allotment; }
    ActKind operator()(const MoveInscription&) const { return ActKind::move_inscription; }
    ActKind operator()(const MarkPresent&) const { return ActKind::mark_present; }
    ActKind operator()(const MarkAbsent&) const { return ActKind::mark_absent; }
    ActKind operator()(const ShowNotice&) const { return ActKind::show_notice; }
    ActKind operator()(const ClearNotice&) const { return ActKind::clear_notice; }
    ActKind operator()(const Undo&) const { return ActKind::undo; }
    ActKind operator()(const MarkExpected&) const { return ActKind::mark_expected; }
    ActKind operator()(const HaveStatementRead&) const { return ActKind::have_statement_read; }
    ActKind operator()(const HonourEmptyChair&) const { return ActKind::honour_empty_chair; }
    ActKind operator()(const OpenQuestions&) const { return ActKind::open_questions; }
    ActKind operator()(const CloseQuestions&) const { return ActKind::close_questions; }
    ActKind operator()(const RequestFloor&) const { return ActKind::request_floor; }
    ActKind operator()(const AcceptRequest&) const { return ActKind::accept_request; }
    ActKind operator()(const DeclineRequest&) const { return ActKind::decline_request; }
    ActKind operator()(const Withdraw&) const { return ActKind::withdraw; }
    ActKind operator()(const Inscribe&) const { return ActKind::inscribe; }
    ActKind operator()(const BeginAnswers&) const { return ActKind::begin_answers; }
    ActKind operator()(const RaisePointOfOrder&) const { return ActKind::raise_point_of_order; }
    ActKind operator()(const RuleOnPointOfOrder&) const { return ActKind::rule_on_point_of_order; }
    ActKind operator()(const Yield&) const { return ActKind::yield; }
    ActKind operator()(const Reallocate&) const { return ActKind::reallocate; }
    ActKind operator()(const SetHardStop&) const { return ActKind::set_hard_stop; }
    ActKind operator()(const SendSignal&) const { return ActKind::send_signal; }
    ActKind operator()(const SetDisplay&) const { return ActKind::set_display; }
    ActKind operator()(const TakeControls&) const { return ActKind::take_controls; }
    ActKind operator()(const HandBackControls&) const { return ActKind::hand_back_controls; }
    ActKind operator()(const EnterRoll&) const { return ActKind::enter_roll; }
    ActKind operator()(const LeaveRoll&) const { return ActKind::leave_roll; }
    ActKind operator()(const PlanMeetings&) const { return ActKind::plan_meetings; }
    ActKind operator()(const CancelMeeting&) const { return ActKind::cancel_meeting; }
    ActKind operator()(const MoveMeeting&) const { return ActKind::move_meeting; }
    ActKind operator()(const SetRules&) const { return ActKind::set_rules; }
    ActKind operator()(const NameSpeaker&) const { return ActKind::name_speaker; }
    ActKind operator()(const WithholdName&) const { return ActKind::withhold_name; }
    ActKind operator()(const EraseName&) const { return ActKind::erase_name; }
    ActKind operator()(const SettleLostTime&) const { return ActKind::settle_lost_time; }
    ActKind operator()(const ReportOutage&) const { return ActKind::report_outage; }
};

}  // namespace

ActKind kind_of(const Command& command) {
    return std::visit(KindOf{}, command);
}

}  // namespace rostrum
