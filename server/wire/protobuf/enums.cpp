#include "wire/protobuf/enums.hpp"

#include "wire/protobuf/told_as.hpp"

namespace rostrum::wire {

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
        case DelegationKind::mission:
            return v1::DELEGATION_KIND_MISSION;
        case DelegationKind::moderator:
            return v1::DELEGATION_KIND_MODERATOR;
    }
    return v1::DELEGATION_KIND_UNSPECIFIED;
}

v1::Standing to_proto(Standing standing) {
    switch (standing) {
        case Standing::present:
            return v1::STANDING_PRESENT;
        case Standing::absent:
            return v1::STANDING_ABSENT;
        case Standing::expected:
            return v1::STANDING_EXPECTED;
        case Standing::read_by:
            return v1::STANDING_READ_BY;
    }
    return v1::STANDING_UNSPECIFIED;
}

v1::RepresentedBy to_proto(RepresentedBy person) {
    switch (person) {
        case RepresentedBy::undeclared:
            return v1::REPRESENTED_BY_UNSPECIFIED;
        case RepresentedBy::woman:
            return v1::REPRESENTED_BY_WOMAN;
        case RepresentedBy::man:
            return v1::REPRESENTED_BY_MAN;
        case RepresentedBy::other:
            return v1::REPRESENTED_BY_OTHER;
    }
    return v1::REPRESENTED_BY_UNSPECIFIED;
}

v1::InscriptionKind to_proto(InscriptionKind kind) {
    switch (kind) {
        case InscriptionKind::sur_statement:
            return v1::INSCRIPTION_KIND_SUR_STATEMENT;
        case InscriptionKind::panel_statement:
            return v1::INSCRIPTION_KIND_PANEL_STATEMENT;
        case InscriptionKind::follow_up:
            return v1::INSCRIPTION_KIND_FOLLOW_UP;
        case InscriptionKind::question:
            return v1::INSCRIPTION_KIND_QUESTION;
        case InscriptionKind::answer:
            return v1::INSCRIPTION_KIND_ANSWER;
        case InscriptionKind::right_of_reply:
            return v1::INSCRIPTION_KIND_RIGHT_OF_REPLY;
        case InscriptionKind::point_of_order:
            return v1::INSCRIPTION_KIND_POINT_OF_ORDER;
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
        case InscriptionStatus::interrupted:
            return v1::INSCRIPTION_STATUS_INTERRUPTED;
        case InscriptionStatus::empty_chair:
            return v1::INSCRIPTION_STATUS_EMPTY_CHAIR;
    }
    return v1::INSCRIPTION_STATUS_UNSPECIFIED;
}

v1::Ruling to_proto(Ruling ruling) {
    switch (ruling) {
        case Ruling::upheld:
            return v1::RULING_UPHELD;
        case Ruling::rejected:
            return v1::RULING_REJECTED;
        case Ruling::noted:
            return v1::RULING_NOTED;
    }
    return v1::RULING_UNSPECIFIED;
}

v1::SignalKind to_proto(SignalKind kind) {
    switch (kind) {
        case SignalKind::conclude:
            return v1::SIGNAL_KIND_CONCLUDE;
        case SignalKind::slow_down:
            return v1::SIGNAL_KIND_SLOW_DOWN;
        case SignalKind::microphone:
            return v1::SIGNAL_KIND_MICROPHONE;
        case SignalKind::text:
            return v1::SIGNAL_KIND_TEXT;
        case SignalKind::here:
            return v1::SIGNAL_KIND_HERE;
        case SignalKind::floor_back:
            return v1::SIGNAL_KIND_FLOOR_BACK;
    }
    return v1::SIGNAL_KIND_UNSPECIFIED;
}

v1::DisplayMode to_proto(DisplayMode mode) {
    switch (mode) {
        case DisplayMode::automatic:
            return v1::DISPLAY_MODE_AUTOMATIC;
        case DisplayMode::blackout:
            return v1::DISPLAY_MODE_BLACKOUT;
        case DisplayMode::test_picture:
            return v1::DISPLAY_MODE_TEST_PICTURE;
        case DisplayMode::questions_code:
            return v1::DISPLAY_MODE_QUESTIONS_CODE;
    }
    return v1::DISPLAY_MODE_UNSPECIFIED;
}

v1::SpeakingOrder to_proto(SpeakingOrder order) {
    switch (order) {
        case SpeakingOrder::as_planned:
            return v1::SPEAKING_ORDER_AS_PLANNED;
        case SpeakingOrder::nhri_first:
            return v1::SPEAKING_ORDER_NHRI_FIRST;
    }
    return v1::SPEAKING_ORDER_UNSPECIFIED;
}

v1::Scene to_proto(Scene scene) {
    switch (scene) {
        case Scene::automatic:
            return v1::SCENE_AUTOMATIC;
        case Scene::timer:
            return v1::SCENE_TIMER;
        case Scene::plates:
            return v1::SCENE_PLATES;
        case Scene::list:
            return v1::SCENE_LIST;
        case Scene::overlay:
            return v1::SCENE_OVERLAY;
    }
    return v1::SCENE_UNSPECIFIED;
}

std::optional<DelegationKind> from_proto(v1::DelegationKind kind) {
    return told_as(kind, DelegationKind::moderator);
}

std::optional<Standing> from_proto(v1::Standing standing) {
    return told_as(standing, Standing::read_by);
}

std::optional<RepresentedBy> from_proto(v1::RepresentedBy person) {
    return told_as(person, RepresentedBy::other);
}

std::optional<InscriptionKind> from_proto(v1::InscriptionKind kind) {
    return told_as(kind, InscriptionKind::point_of_order);
}

std::optional<Ruling> from_proto(v1::Ruling ruling) {
    return told_as(ruling, Ruling::noted);
}

std::optional<SignalKind> from_proto(v1::SignalKind kind) {
    return told_as(kind, SignalKind::floor_back);
}

std::optional<DisplayMode> from_proto(v1::DisplayMode mode) {
    return told_as(mode, DisplayMode::questions_code);
}

std::optional<SpeakingOrder> from_proto(v1::SpeakingOrder order) {
    return told_as(order, SpeakingOrder::nhri_first);
}

std::optional<Scene> from_proto(v1::Scene scene) {
    return told_as(scene, Scene::overlay);
}

}  // namespace rostrum::wire
