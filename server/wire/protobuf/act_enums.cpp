#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/told_as.hpp"

namespace rostrum::wire {

/// The contract's numbers begin with 1.
v1::ActKind to_proto(ActKind kind) {
    return static_cast<v1::ActKind>(static_cast<int>(kind) + 1);
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
    const auto last = static_cast<ActKind>(std::variant_size_v<Command> - 1);
    return told_as(kind, last);
}

std::optional<Role> from_proto(v1::Role role) {
    return told_as(role, Role::interpreter);
}

}  // namespace rostrum::wire
