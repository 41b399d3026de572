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
    Concern operator()(const MarkedExpected& event) const { return of_the_plate(event.delegation); }
    Concern operator()(const StatementHanded& event) const {
        return of_the_plate(event.delegation);
    }
    Concern operator()(const ChairLeftEmpty& event) const { return about(event.inscription); }
    Concern operator()(const SilenceBegun& event) const { return about(event.inscription); }
    Concern operator()(const QuestionsOpened&) const { return {before.current, {}}; }
    Concern operator()(const QuestionsClosed&) const { return {before.current, {}}; }
    Concern operator()(const FloorRequested& event) const {
        return {event.meeting, event.delegation};
    }
    Concern operator()(const RequestAccepted& event) const { return about(event.request); }
    Concern operator()(const RequestDeclined& event) const { return about(event.request); }
    Concern operator()(const Withdrawn& event) const { return about(event.inscription); }
    Concern operator()(const Inscribed& event) const { return of_the_plate(event.delegation); }
    Concern operator()(const AnswersBegun&) const { return {before.current, {}}; }
    Concern operator()(const PointOfOrderRaised& event) const {
        return of_the_plate(event.delegation);
    }
    Concern operator()(const PointOfOrderRuled&) const { return about_who_has_the_floor(); }
    Concern operator()(const TimeReallocated&) const { return {before.current, {}}; }
    Concern operator()(const HardStopSet&) const { return {before.current, {}}; }
    Concern operator()(const SignalSent& event) const { return {before.current, event.delegation}; }
    Concern operator()(const DisplaySet&) const { return {}; }
    Concern operator()(const ControlsPassed&) const { return {}; }
    Concern operator()(const RollEntered& event) const { return of_the_roll(event); }
    Concern operator()(const RollLeft& event) const { return of_the_roll(event); }
    Concern operator()(const MeetingEdited& event) const { return {event.plan.id, {}}; }
    Concern operator()(const MeetingCancelled& event) const { return {event.meeting, {}}; }
    Concern operator()(const MeetingRescheduled& event) const { return {event.meeting, {}}; }
    Concern operator()(const RulesSet&) const { return {}; }
    Concern operator()(const NameWithheld& event) const {
        return {event.meeting, event.delegation};
    }
    Concern operator()(const NameErased& event) const { return {event.meeting, event.delegation}; }
    Concern operator()(const OutageReported&) const { return about_who_has_the_floor(); }
    Concern operator()(const LostTimeSettled&) const { return about_who_has_the_floor(); }

private:
    [[nodiscard]] const Meeting* current() const {
        for (const Shared<Meeting>& meeting : before.meetings) {
            if (meeting->id == before.current) return &*meeting;
        }
        return nullptr;
    }

    [[nodiscard]] Concern of_the_plate(const DelegationId& id) const {
        return {before.current, id};
    }

    /// A single Mission is named; of several, none.
    template <class RollEvent>
    [[nodiscard]] static Concern of_the_roll(const RollEvent& event) {
        if (event.state_codes.size() != 1) return {event.meeting, {}};
        return {event.meeting, mission_id(event.state_codes.front())};
    }

    /// On the list, or still a request.
    [[nodiscard]] Concern about(const InscriptionId& id) const {
        const Meeting* meeting = current();
        if (meeting == nullptr) return {before.current, {}};
        if (const Inscription* inscription = find(*meeting, id))
            return {before.current, inscription->delegation};
        if (const Request* request = find_request(*meeting, id))
            return {before.current, request->delegation};
        return {before.current, {}};
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
