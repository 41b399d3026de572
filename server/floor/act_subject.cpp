#include "floor/act_subject.hpp"

#include <algorithm>
#include <type_traits>

#include "floor/card_holder.hpp"

namespace rostrum {

namespace {

template <class Event, class... Others>
constexpr bool is_one_of = (std::is_same_v<Event, Others> || ...);

/// By the fields of the event: most say what they are about.
struct ActSubjectsOf {
    const Proceedings& before;

    template <class Event>
    std::vector<ActSubject> operator()(const Event& event) const {
        if constexpr (requires { event.state_codes; })
            return of_the_roll(event);
        else
            return {subject_of(event)};
    }

private:
    template <class Event>
    ActSubject subject_of(const Event& event) const {
        if constexpr (requires { event.plan.id; }) {
            return {event.plan.id, {}};
        } else if constexpr (requires { event.inscription; }) {
            return about(event.inscription);
        } else if constexpr (requires { event.request; }) {
            return about(event.request);
        } else if constexpr (is_one_of<Event, OrganisationEntered>) {
            return {event.meeting, organisation_id(event.name)};
        } else if constexpr (requires { event.meeting; }) {
            if constexpr (requires { event.delegation; }) return {event.meeting, event.delegation};
            return {event.meeting, {}};
        } else if constexpr (requires { event.delegation; }) {
            return {before.current, event.delegation};
        } else if constexpr (requires { event.statement; } || is_one_of<Event, OutageReported>) {
            return about_who_has_the_floor();
        } else if constexpr (is_one_of<Event, QuestionsOpened, QuestionsClosed, AnswersBegun,
                                       TimeReallocated, HardStopSet, ListArranged>) {
            return {before.current, {}};
        } else {
            return {};
        }
    }

    [[nodiscard]] const Meeting* current() const {
        for (const Shared<Meeting>& meeting : before.meetings) {
            if (meeting->id == before.current) return &*meeting;
        }
        return nullptr;
    }

    template <class RollEvent>
    [[nodiscard]] static std::vector<ActSubject> of_the_roll(const RollEvent& event) {
        std::vector<ActSubject> subjects;
        for (const std::string& code : event.state_codes)
            subjects.push_back({event.meeting, mission_id(code)});
        if constexpr (requires { event.guest; }) {
            if (!event.guest.empty())
                subjects.push_back({event.meeting, organisation_id(event.guest)});
        }
        if (subjects.empty()) subjects.push_back({event.meeting, {}});
        return subjects;
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

std::vector<ActSubject> act_subjects_of(const Proceedings& before, std::span<const Event> events) {
    std::vector<ActSubject> subjects;
    for (const Event& event : events) {
        if (event.index() != events.back().index()) continue;
        for (ActSubject& one : std::visit(ActSubjectsOf{before}, event))
            if (std::ranges::find(subjects, one) == subjects.end())
                subjects.push_back(std::move(one));
    }
    return subjects;
}

ActSubject act_subject_of(const Proceedings& before, std::span<const Event> events) {
    const std::vector<ActSubject> subjects = act_subjects_of(before, events);
    ActSubject common = subjects.front();
    for (const ActSubject& other : subjects) {
        if (other.meeting != common.meeting) return {};
        if (other.delegation != common.delegation) common.delegation.reset();
    }
    return common;
}

}  // namespace rostrum
