#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

/// The value up to `last` that is told as `proto`. Looked up the other way round, so that each
/// pair stands in one place and the compiler misses the one that was forgotten.
template <class Value, class Proto>
std::optional<Value> told_as(Proto proto, Value last) {
    for (int number = 0; number <= static_cast<int>(last); ++number) {
        const auto value = static_cast<Value>(number);
        if (to_proto(value) == proto) return value;
    }
    return std::nullopt;
}

}  // namespace

v1::Course to_proto(Course course) {
    switch (course) {
        case Course::planned:
            return v1::COURSE_PLANNED;
        case Course::open:
            return v1::COURSE_OPEN;
        case Course::suspended:
            return v1::COURSE_SUSPENDED;
        case Course::closed:
            return v1::COURSE_CLOSED;
    }
    return v1::COURSE_UNSPECIFIED;
}

v1::DelegationKind to_proto(DelegationKind kind) {
    switch (kind) {
        case DelegationKind::state_under_review:
            return v1::DELEGATION_KIND_STATE_UNDER_REVIEW;
        case DelegationKind::national_cso:
            return v1::DELEGATION_KIND_NATIONAL_CSO;
        case DelegationKind::international_cso:
            return v1::DELEGATION_KIND_INTERNATIONAL_CSO;
        case DelegationKind::nhri:
            return v1::DELEGATION_KIND_NHRI;
    }
    return v1::DELEGATION_KIND_UNSPECIFIED;
}

v1::Standing to_proto(Standing standing) {
    switch (standing) {
        case Standing::present:
            return v1::STANDING_PRESENT;
        case Standing::absent:
            return v1::STANDING_ABSENT;
    }
    return v1::STANDING_UNSPECIFIED;
}

v1::InscriptionKind to_proto(InscriptionKind kind) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return v1::INSCRIPTION_KIND_SUR_STATEMENT;
        case InscriptionKind::panel_statement:
            return v1::INSCRIPTION_KIND_PANEL_STATEMENT;
    }
    return v1::INSCRIPTION_KIND_UNSPECIFIED;
}

v1::InscriptionStatus to_proto(InscriptionStatus status) {
    switch (status) {
        case InscriptionStatus::waiting:
            return v1::INSCRIPTION_STATUS_WAITING;
        case InscriptionStatus::speaking:
            return v1::INSCRIPTION_STATUS_SPEAKING;
        case InscriptionStatus::spoken:
            return v1::INSCRIPTION_STATUS_SPOKEN;
        case InscriptionStatus::declined:
            return v1::INSCRIPTION_STATUS_DECLINED;
    }
    return v1::INSCRIPTION_STATUS_UNSPECIFIED;
}

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
    }
    return v1::REFUSAL_CODE_UNSPECIFIED;
}

std::optional<DelegationKind> from_proto(v1::DelegationKind kind) {
    return told_as(kind, DelegationKind::nhri);
}

std::optional<Standing> from_proto(v1::Standing standing) {
    return told_as(standing, Standing::absent);
}

std::optional<ActKind> from_proto(v1::ActKind kind) {
    return told_as(kind, ActKind::undo);
}

std::optional<Role> from_proto(v1::Role role) {
    return told_as(role, Role::observer);
}

}  // namespace rostrum::wire
