#include "floor/act_subject.hpp"

#include <type_traits>

namespace rostrum {

namespace {

template <class Event, class... Others>
constexpr bool is_one_of = (std::is_same_v<Event, Others> || ...);

/// By the fields of the event: most say what they are about.
struct ActSubjectOf {
    const Proceedings& before;

    template <class Event>
    ActSubject operator()(const Event& event) const {
        if constexpr (requires { event.plan.id; }) {
            return {event.plan.id, {}};
        } else if constexpr (requires { event.inscription; }) {
            return about(event.inscription);
        } else if constexpr (requires { event.request; }) {
            return about(event.request);
        } else if constexpr (requires { event.state_codes; }) {
            return of_the_roll(event);
        } else if constexpr (requires { event.meeting; }) {
            if constexpr (requires { event.delegation; }) return {event.meeting, event.delegation};
            return {event.meeting, {}};
        } else if constexpr (requires { event.delegation; }) {
            return {before.current, event.delegation};
        } else if constexpr (requires { event.statement; } || is_one_of<Event, OutageReported>) {
            return about_who_has_the_floor();
        } else if constexpr (is_one_of<Event, QuestionsOpened, QuestionsClosed, AnswersBegun,
                                       TimeReallocated, HardStopSet>) {
            return {before.current, {}};
        } else {
            return {};
        }
    }

private:
    [[nodiscard]] const Meeting* current() const {
        for (const Shared<Meeting>& meeting : before.meetings) {
            if (meeting->id == before.current) return &*meeting;
        }
        return nullptr;
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

ActSubject act_subject_of(const Proceedings& before, std::span<const Event> events) {
    const ActSubject last = std::visit(ActSubjectOf{before}, events.back());
    ActSubject subject = last;
    for (const Event& event : events) {
        if (event.index() != events.back().index()) continue;
        const ActSubject other = std::visit(ActSubjectOf{before}, event);
        if (other.meeting != last.meeting) return {};
        if (other.delegation != last.delegation) subject.delegation.reset();
    }
    return subject;
}

}  // namespace rostrum
