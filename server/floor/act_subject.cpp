#include "floor/act_subject.hpp"

namespace rostrum {

namespace {

struct ActSubjectOf {
    const Proceedings& before;

    ActSubject operator()(const RoomFounded&) const { return {}; }
    ActSubject operator()(const MeetingPlanned& event) const { return {event.plan.id, {}}; }
    ActSubject operator()(const SpeakerNamed& event) const {
        return {event.meeting, event.delegation};
    }
    ActSubject operator()(const MeetingAnnounced& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const MeetingOpened& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const MeetingSuspended& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const MeetingResumed& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const MeetingClosed& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const FloorGiven& event) const { return about(event.inscription); }
    ActSubject operator()(const StatementPaused&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const StatementResumed&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const StatementEnded&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const StatementDeclined& event) const { return about(event.inscription); }
    ActSubject operator()(const TimeAdded&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const AllotmentSet& event) const { return about(event.inscription); }
    ActSubject operator()(const InscriptionMoved& event) const { return about(event.inscription); }
    ActSubject operator()(const MarkedPresent& event) const {
        return {before.current, event.delegation};
    }
    ActSubject operator()(const MarkedAbsent& event) const {
        return {before.current, event.delegation};
    }
    ActSubject operator()(const NoticeShown&) const { return {}; }
    ActSubject operator()(const NoticeCleared&) const { return {}; }
    ActSubject operator()(const ActUndone&) const { return {}; }
    ActSubject operator()(const MarkedExpected& event) const {
        return of_the_plate(event.delegation);
    }
    ActSubject operator()(const StatementHanded& event) const {
        return of_the_plate(event.delegation);
    }
    ActSubject operator()(const ChairLeftEmpty& event) const { return about(event.inscription); }
    ActSubject operator()(const SilenceBegun& event) const { return about(event.inscription); }
    ActSubject operator()(const QuestionsOpened&) const { return {before.current, {}}; }
    ActSubject operator()(const QuestionsClosed&) const { return {before.current, {}}; }
    ActSubject operator()(const FloorRequested& event) const {
        return {event.meeting, event.delegation};
    }
    ActSubject operator()(const RequestAccepted& event) const { return about(event.request); }
    ActSubject operator()(const RequestDeclined& event) const { return about(event.request); }
    ActSubject operator()(const Withdrawn& event) const { return about(event.inscription); }
    ActSubject operator()(const Inscribed& event) const { return of_the_plate(event.delegation); }
    ActSubject operator()(const AnswersBegun&) const { return {before.current, {}}; }
    ActSubject operator()(const PointOfOrderRaised& event) const {
        return of_the_plate(event.delegation);
    }
    ActSubject operator()(const PointOfOrderRuled&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const TimeReallocated&) const { return {before.current, {}}; }
    ActSubject operator()(const HardStopSet&) const { return {before.current, {}}; }
    ActSubject operator()(const SignalSent& event) const {
        return {before.current, event.delegation};
    }
    ActSubject operator()(const DisplaySet&) const { return {}; }
    ActSubject operator()(const ControlsPassed&) const { return {}; }
    ActSubject operator()(const RollEntered& event) const { return of_the_roll(event); }
    ActSubject operator()(const RollLeft& event) const { return of_the_roll(event); }
    ActSubject operator()(const MeetingEdited& event) const { return {event.plan.id, {}}; }
    ActSubject operator()(const MeetingCancelled& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const MeetingRescheduled& event) const { return {event.meeting, {}}; }
    ActSubject operator()(const RulesSet&) const { return {}; }
    ActSubject operator()(const NameWithheld& event) const {
        return {event.meeting, event.delegation};
    }
    ActSubject operator()(const NameErased& event) const {
        return {event.meeting, event.delegation};
    }
    ActSubject operator()(const OutageReported&) const { return about_who_has_the_floor(); }
    ActSubject operator()(const LostTimeSettled&) const { return about_who_has_the_floor(); }

private:
    [[nodiscard]] const Meeting* current() const {
        for (const Shared<Meeting>& meeting : before.meetings) {
            if (meeting->id == before.current) return &*meeting;
        }
        return nullptr;
    }

    [[nodiscard]] ActSubject of_the_plate(const DelegationId& id) const {
        return {before.current, id};
    }

    /// A single Mission is named; of several, none.
    template <class RollEvent>
    [[nodiscard]] static ActSubject of_the_roll(const RollEvent& event) {
        if (event.state_codes.size() != 1) return {event.meeting, {}};
        return {event.meeting, mission_id(event.state_codes.front())};
    }

    /// On the list, or still a request.
    [[nodiscard]] ActSubject about(const InscriptionId& id) const {
        const Meeting* meeting = current();
        if (meeting == nullptr) return {before.current, {}};
        if (const Inscription* inscription = find(*meeting, id))
            return {before.current, inscription->delegation};
        if (const Request* request = find_request(*meeting, id))
            return {before.current, request->delegation};
        return {before.current, {}};
    }

    [[nodiscard]] ActSubject about_who_has_the_floor() const {
        const Meeting* meeting = current();
        if (meeting == nullptr || !meeting->statement) return {before.current, {}};
        return about(meeting->statement->inscription);
    }
};

}  // namespace

ActSubject act_subject_of(const Proceedings& before, const Event& last) {
    return std::visit(ActSubjectOf{before}, last);
}

}  // namespace rostrum
