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
};

}  // namespace

ActKind kind_of(const Command& command) {
    return std::visit(KindOf{}, command);
}

}  // namespace rostrum
