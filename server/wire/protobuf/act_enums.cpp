#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/told_as.hpp"

namespace rostrum::wire {

v1::ActKind to_proto(ActKind kind) {
    switch (kind) {
        case ActKind::found_room:
            return v1::ACT_KIND_FOUND_ROOM;
        case ActKind::announce_meeting:
            return v1::ACT_KIND_ANNOUNCE_MEETING;
        case ActKind::open_meeting:
            return v1::ACT_KIND_OPEN_MEETING;
        case ActKind::suspend_meeting:
            return v1::ACT_KIND_SUSPEND_MEETING;
        case ActKind::resume_meeting:
            return v1::ACT_KIND_RESUME_MEETING;
        case ActKind::close_meeting:
            return v1::ACT_KIND_CLOSE_MEETING;
        case ActKind::give_floor:
            return v1::ACT_KIND_GIVE_FLOOR;
        case ActKind::next:
            return v1::ACT_KIND_NEXT;
        case ActKind::pause_statement:
            return v1::ACT_KIND_PAUSE_STATEMENT;
        case ActKind::resume_statement:
            return v1::ACT_KIND_RESUME_STATEMENT;
        case ActKind::end_statement:
            return v1::ACT_KIND_END_STATEMENT;
        case ActKind::decline_statement:
            return v1::ACT_KIND_DECLINE_STATEMENT;
        case ActKind::add_time:
            return v1::ACT_KIND_ADD_TIME;
        case ActKind::set_allotment:
            return v1::ACT_KIND_SET_ALLOTMENT;
        case ActKind::move_inscription:
            return v1::ACT_KIND_MOVE_INSCRIPTION;
        case ActKind::mark_present:
            return v1::ACT_KIND_MARK_PRESENT;
        case ActKind::mark_absent:
            return v1::ACT_KIND_MARK_ABSENT;
        case ActKind::show_notice:
            return v1::ACT_KIND_SHOW_NOTICE;
        case ActKind::clear_notice:
            return v1::ACT_KIND_CLEAR_NOTICE;
        case ActKind::undo:
            return v1::ACT_KIND_UNDO;
        case ActKind::mark_expected:
            return v1::ACT_KIND_MARK_EXPECTED;
        case ActKind::have_statement_read:
            return v1::ACT_KIND_HAVE_STATEMENT_READ;
        case ActKind::honour_empty_chair:
            return v1::ACT_KIND_HONOUR_EMPTY_CHAIR;
        case ActKind::open_questions:
            return v1::ACT_KIND_OPEN_QUESTIONS;
        case ActKind::close_questions:
            return v1::ACT_KIND_CLOSE_QUESTIONS;
        case ActKind::request_floor:
            return v1::ACT_KIND_REQUEST_FLOOR;
        case ActKind::accept_request:
            return v1::ACT_KIND_ACCEPT_REQUEST;
        case ActKind::decline_request:
            return v1::ACT_KIND_DECLINE_REQUEST;
        case ActKind::withdraw:
            return v1::ACT_KIND_WITHDRAW;
        case ActKind::inscribe:
            return v1::ACT_KIND_INSCRIBE;
        case ActKind::begin_answers:
            return v1::ACT_KIND_BEGIN_ANSWERS;
        case ActKind::raise_point_of_order:
            return v1::ACT_KIND_RAISE_POINT_OF_ORDER;
        case ActKind::rule_on_point_of_order:
            return v1::ACT_KIND_RULE_ON_POINT_OF_ORDER;
        case ActKind::yield:
            return v1::ACT_KIND_YIELD;
        case ActKind::reallocate:
            return v1::ACT_KIND_REALLOCATE;
        case ActKind::set_hard_stop:
            return v1::ACT_KIND_SET_HARD_STOP;
        case ActKind::send_signal:
            return v1::ACT_KIND_SEND_SIGNAL;
        case ActKind::set_display:
            return v1::ACT_KIND_SET_DISPLAY;
        case ActKind::take_controls:
            return v1::ACT_KIND_TAKE_CONTROLS;
        case ActKind::hand_back_controls:
            return v1::ACT_KIND_HAND_BACK_CONTROLS;
        case ActKind::enter_roll:
            return v1::ACT_KIND_ENTER_ROLL;
        case ActKind::leave_roll:
            return v1::ACT_KIND_LEAVE_ROLL;
        case ActKind::plan_meetings:
            return v1::ACT_KIND_PLAN_MEETINGS;
        case ActKind::cancel_meeting:
            return v1::ACT_KIND_CANCEL_MEETING;
        case ActKind::move_meeting:
            return v1::ACT_KIND_MOVE_MEETING;
        case ActKind::set_rules:
            return v1::ACT_KIND_SET_RULES;
        case ActKind::name_speaker:
            return v1::ACT_KIND_NAME_SPEAKER;
        case ActKind::withhold_name:
            return v1::ACT_KIND_WITHHOLD_NAME;
        case ActKind::erase_name:
            return v1::ACT_KIND_ERASE_NAME;
        case ActKind::settle_lost_time:
            return v1::ACT_KIND_SETTLE_LOST_TIME;
        case ActKind::report_outage:
            return v1::ACT_KIND_REPORT_OUTAGE;
    }
    return v1::ACT_KIND_UNSPECIFIED;
}

v1::Role to_proto(Role role) {
    switch (role) {
        case Role::chair:
            return v1::ROLE_CHAIR;
        case Role::secretariat:
            return v1::ROLE_SECRETARIAT;
        case Role::display:
            return v1::ROLE_DISPLAY;
        case Role::speaker:
            return v1::ROLE_SPEAKER;
        case Role::observer:
            return v1::ROLE_OBSERVER;
        case Role::delegation:
            return v1::ROLE_DELEGATION;
        case Role::interpreter:
            return v1::ROLE_INTERPRETER;
    }
    return v1::ROLE_UNSPECIFIED;
}

v1::RefusalCode to_proto(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
            return v1::REFUSAL_CODE_MALFORMED;
        case RefusalCode::not_permitted:
            return v1::REFUSAL_CODE_NOT_PERMITTED;
        case RefusalCode::stale:
            return v1::REFUSAL_CODE_STALE;
        case RefusalCode::unknown_meeting:
            return v1::REFUSAL_CODE_UNKNOWN_MEETING;
        case RefusalCode::unknown_inscription:
            return v1::REFUSAL_CODE_UNKNOWN_INSCRIPTION;
        case RefusalCode::unknown_delegation:
            return v1::REFUSAL_CODE_UNKNOWN_DELEGATION;
        case RefusalCode::meeting_not_open:
            return v1::REFUSAL_CODE_MEETING_NOT_OPEN;
        case RefusalCode::meeting_not_planned:
            return v1::REFUSAL_CODE_MEETING_NOT_PLANNED;
        case RefusalCode::meeting_not_suspended:
            return v1::REFUSAL_CODE_MEETING_NOT_SUSPENDED;
        case RefusalCode::meeting_closed:
            return v1::REFUSAL_CODE_MEETING_CLOSED;
        case RefusalCode::another_meeting_open:
            return v1::REFUSAL_CODE_ANOTHER_MEETING_OPEN;
        case RefusalCode::already_announced:
            return v1::REFUSAL_CODE_ALREADY_ANNOUNCED;
        case RefusalCode::nobody_waiting:
            return v1::REFUSAL_CODE_NOBODY_WAITING;
        case RefusalCode::delegation_absent:
            return v1::REFUSAL_CODE_DELEGATION_ABSENT;
        case RefusalCode::already_so:
            return v1::REFUSAL_CODE_ALREADY_SO;
        case RefusalCode::has_the_floor:
            return v1::REFUSAL_CODE_HAS_THE_FLOOR;
        case RefusalCode::not_waiting:
            return v1::REFUSAL_CODE_NOT_WAITING;
        case RefusalCode::outside_limits:
            return v1::REFUSAL_CODE_OUTSIDE_LIMITS;
        case RefusalCode::nothing_to_undo:
            return v1::REFUSAL_CODE_NOTHING_TO_UNDO;
        case RefusalCode::log_unavailable:
            return v1::REFUSAL_CODE_LOG_UNAVAILABLE;
        case RefusalCode::busy:
            return v1::REFUSAL_CODE_BUSY;
        case RefusalCode::room_founded:
            return v1::REFUSAL_CODE_ROOM_FOUNDED;
        case RefusalCode::questions_closed:
            return v1::REFUSAL_CODE_QUESTIONS_CLOSED;
        case RefusalCode::already_asked:
            return v1::REFUSAL_CODE_ALREADY_ASKED;
        case RefusalCode::list_full:
            return v1::REFUSAL_CODE_LIST_FULL;
        case RefusalCode::unknown_request:
            return v1::REFUSAL_CODE_UNKNOWN_REQUEST;
        case RefusalCode::not_yours:
            return v1::REFUSAL_CODE_NOT_YOURS;
        case RefusalCode::point_of_order:
            return v1::REFUSAL_CODE_POINT_OF_ORDER;
        case RefusalCode::no_point_of_order:
            return v1::REFUSAL_CODE_NO_POINT_OF_ORDER;
        case RefusalCode::silence:
            return v1::REFUSAL_CODE_SILENCE;
        case RefusalCode::replies_spent:
            return v1::REFUSAL_CODE_REPLIES_SPENT;
        case RefusalCode::not_in_control:
            return v1::REFUSAL_CODE_NOT_IN_CONTROL;
        case RefusalCode::unknown_state:
            return v1::REFUSAL_CODE_UNKNOWN_STATE;
        case RefusalCode::meeting_under_way:
            return v1::REFUSAL_CODE_MEETING_UNDER_WAY;
        case RefusalCode::no_name:
            return v1::REFUSAL_CODE_NO_NAME;
        case RefusalCode::name_erased:
            return v1::REFUSAL_CODE_NAME_ERASED;
    }
    return v1::REFUSAL_CODE_UNSPECIFIED;
}

std::optional<ActKind> from_proto(v1::ActKind kind) {
    return told_as(kind, ActKind::report_outage);
}

std::optional<Role> from_proto(v1::Role role) {
    return told_as(role, Role::interpreter);
}

}  // namespace rostrum::wire
