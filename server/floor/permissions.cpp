#include "floor/permissions.hpp"

namespace rostrum {

namespace {

/// The secretariat's own work.
bool is_of_the_secretariat(ActKind act) {
    switch (act) {
        case ActKind::found_room:
        case ActKind::take_controls:
        case ActKind::plan_meetings:
        case ActKind::cancel_meeting:
        case ActKind::move_meeting:
        case ActKind::set_rules:
        case ActKind::name_speaker:
        case ActKind::withhold_name:
        case ActKind::erase_name:
        case ActKind::report_outage:
            return true;
        default:
            return false;
    }
}

bool is_of_a_delegation(ActKind act) {
    return act == ActKind::request_floor || act == ActKind::withdraw || act == ActKind::enter_roll;
}

}  // namespace

bool may(Role role, ActKind act) {
    switch (role) {
        case Role::secretariat:
            return true;
        case Role::chair:
            return !is_of_the_secretariat(act);
        case Role::delegation:
            return is_of_a_delegation(act);
        case Role::speaker:
        case Role::interpreter:
            // Which signals: acts/send_signal.cpp.
            return act == ActKind::send_signal;
        case Role::display:
        case Role::observer:
            return false;
    }
    return false;
}

bool is_of_the_floor(ActKind act) {
    switch (act) {
        case ActKind::announce_meeting:
        case ActKind::open_meeting:
        case ActKind::suspend_meeting:
        case ActKind::resume_meeting:
        case ActKind::close_meeting:
        case ActKind::give_floor:
        case ActKind::next:
        case ActKind::pause_statement:
        case ActKind::resume_statement:
        case ActKind::end_statement:
        case ActKind::decline_statement:
        case ActKind::add_time:
        case ActKind::set_allotment:
        case ActKind::move_inscription:
        case ActKind::mark_present:
        case ActKind::mark_absent:
        case ActKind::mark_expected:
        case ActKind::have_statement_read:
        case ActKind::honour_empty_chair:
        case ActKind::open_questions:
        case ActKind::close_questions:
        case ActKind::accept_request:
        case ActKind::decline_request:
        case ActKind::inscribe:
        case ActKind::begin_answers:
        case ActKind::raise_point_of_order:
        case ActKind::rule_on_point_of_order:
        case ActKind::yield:
        case ActKind::reallocate:
        case ActKind::set_hard_stop:
        case ActKind::show_notice:
        case ActKind::clear_notice:
        case ActKind::undo:
        case ActKind::settle_lost_time:
            return true;
        case ActKind::found_room:
        case ActKind::request_floor:
        case ActKind::withdraw:
        case ActKind::send_signal:
        case ActKind::set_display:
        case ActKind::take_controls:
        case ActKind::hand_back_controls:
        case ActKind::enter_roll:
        case ActKind::leave_roll:
        case ActKind::plan_meetings:
        case ActKind::cancel_meeting:
        case ActKind::move_meeting:
        case ActKind::set_rules:
        case ActKind::name_speaker:
        case ActKind::withhold_name:
        case ActKind::erase_name:
        case ActKind::report_outage:
            return false;
    }
    return false;
}

View view_of(Role role) {
    switch (role) {
        case Role::chair:
        case Role::secretariat:
            return View::podium;
        case Role::speaker:
        case Role::interpreter:
            return View::lectern;
        case Role::display:
        case Role::observer:
        case Role::delegation:
            return View::everybody;
    }
    return View::everybody;
}

}  // namespace rostrum
