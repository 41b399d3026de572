#include "floor/concern.hpp"

namespace rostrum {

namespace {

struct ConcernOf {
    const Proceedings& before;

    Concern operator()(const RoomFounded&) const { return {}; }
    Concern operator()(const MeetingPlanned& event) const { return {event.plan.id, {}}; }
    Concern operator()(const SpeakerNamed& event) const {
        return {event.meeting, event.delegation};
    }
    Concern operator()(const MeetingAnnounced& event) const { return {event.meeting, {}}; }
    Concern operator()(const MeetingOpened& event) const { return {event.meeting, {}}; }
    Concern operator()(const MeetingSuspended& event) const { return {event.meeting, {}}; }
    Concern operator()(const MeetingResumed& event) const { return {event.meeting, {}}; }
    Concern operator()(const MeetingClosed& event) const { return {event.meeting, {}}; }
    Concern operator()(const FloorGiven& event) const { return about(event.inscription); }
    Concern operator()(const StatementPaused&) const { return about_who_has_the_floor(); }
    Concern operator()(const StatementResumed&) const { return about_who_has_the_floor(); }
    Concern operator()(const StatementEnded&) const { return about_who_has_the_floor(); }
    Concern operator()(const StatementDeclined& event) const { return about(event.inscription); }
    Concern operator()(const TimeAdded&) const { return about_who_has_the_floor(); }
    Concern operator()(const AllotmentSet& event) const { return about(event.inscription); }
    Concern operator()(const InscriptionMoved& event) const { return about(event.inscription); }
    Concern operator()(const MarkedPresent& event) const {
        return {before.current, event.delegation};
    }
    Concern operator()(const MarkedAbsent& event) const {
        return {before.current, event.delegation};
    }
    Concern operator()(const NoticeShown&) const { return {}; }
    Concern operator()(const NoticeCleared&) const { return {}; }
    Concern operator()(const ActUndone&) const { return {}; }

private:
    [[nodiscard]] const Meeting* current() const {
        for (const Shared<Meeting>& meeting : before.meetings) {
            if (meeting->id == before.current) return &*meeting;
        }
        return nullptr;
    }

    [[nodiscard]] Concern about(const InscriptionId& id) const {
        const Meeting* meeting = current();
        const Inscription* inscription = meeting == nullptr ? nullptr : find(*meeting, id);
        if (inscription == nullptr) return {before.current, {}};
        return {before.current, inscription->delegation};
    }

    [[nodiscard]] Concern about_who_has_the_floor() const {
        const Meeting* meeting = current();
        if (meeting == nullptr || !meeting->statement) return {before.current, {}};
        return about(meeting->statement->inscription);
    }
};

}  // namespace

Concern concern_of(const Proceedings& before, const Event& last) {
    return std::visit(ConcernOf{before}, last);
}

}  // namespace rostrum
