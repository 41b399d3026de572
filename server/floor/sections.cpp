#include "floor/sections.hpp"

#include <algorithm>

#include "floor/hour.hpp"
#include "floor/lost_time.hpp"

namespace rostrum {

namespace {

bool same_in_agenda(const Meeting& a, const Meeting& b) {
    return a.id == b.id && a.state == b.state && a.starts_at == b.starts_at &&
           a.ends_at == b.ends_at && a.course == b.course;
}

bool same_agenda(const Room& before, const Room& after) {
    const auto& was = before.proceedings.meetings;
    const auto& is = after.proceedings.meetings;
    return before.id == after.id && before.name == after.name &&
           before.time_zone == after.time_zone &&
           before.proceedings.current == after.proceedings.current &&
           before.programme_revision == after.programme_revision &&
           std::equal(was.begin(), was.end(), is.begin(), is.end(),
                      [](const Shared<Meeting>& a, const Shared<Meeting>& b) {
                          return a.is(b) || same_in_agenda(*a, *b);
                      });
}

bool same_meeting(const Meeting& a, const Meeting& b) {
    return same_in_agenda(a, b) && a.opened_at == b.opened_at && a.suspended_at == b.suspended_at &&
           a.closed_at == b.closed_at && a.turns == b.turns;
}

/// The names on a meeting's plates.
auto names_of(const Room& room, const MeetingId& meeting) {
    const auto first = room.names->lower_bound({meeting, DelegationId{}});
    const auto last = std::find_if(first, room.names->end(),
                                   [&](const auto& name) { return name.first.first != meeting; });
    return std::pair{first, last};
}

bool same_names(const Room& before, const Room& after, const MeetingId& meeting) {
    if (before.withheld != after.withheld) return false;
    if (before.names.is(after.names)) return true;
    const auto was = names_of(before, meeting);
    const auto is = names_of(after, meeting);
    return std::equal(was.first, was.second, is.first, is.second);
}

/// Whom Next calls depends on the plates too: an empty chair is passed by.
bool same_list(const Meeting& a, const Meeting& b) {
    const Inscription* was = next_inscription(a);
    const Inscription* is = next_inscription(b);
    const bool same_next = was == nullptr || is == nullptr ? was == is : was->id == is->id;
    return same_next && a.list == b.list && a.rounds == b.rounds;
}

/// Acts are known by their revisions.
bool same_memory(const Room& before, const Room& after) {
    const auto last = [](const Room& room) {
        return room.memory.empty() ? Revision{} : room.memory.back().revision;
    };
    return before.memory.size() == after.memory.size() && last(before) == last(after) &&
           before.last_act == after.last_act;
}

bool same_settings(const Room& before, const Room& after) {
    return before.display == after.display && before.controls == after.controls &&
           before.rules == after.rules;
}

/// Those that tell of the current meeting.
Sections changed_of_meeting(const Room& before, const Room& after) {
    const Meeting* was = current_meeting(before);
    const Meeting* is = current_meeting(after);
    if (was == nullptr && is == nullptr) return {};
    if (was == nullptr || is == nullptr || was->id != is->id) {
        return {Section::meeting, Section::plates,    Section::list, Section::floor,
                Section::hour,    Section::questions, Section::roll};
    }
    Sections changed;
    if (!same_names(before, after, is->id)) changed.add(Section::plates);
    // Limits and the reserve are told with the list and the hour.
    if (before.rules != after.rules) changed = changed | Sections{Section::list, Section::hour};
    if (was == is) return changed;
    if (!same_meeting(*was, *is)) changed.add(Section::meeting);
    if (was->delegations != is->delegations) changed.add(Section::plates);
    if (!same_list(*was, *is)) changed.add(Section::list);
    if (was->statement != is->statement || was->interrupted != is->interrupted ||
        offered_time(*was) != offered_time(*is))
        changed.add(Section::floor);
    if (was->questions != is->questions || was->requests != is->requests)
        changed.add(Section::questions);
    if (was->roll != is->roll) changed.add(Section::roll);
    if (hour_anchors(*was, before.rules) != hour_anchors(*is, after.rules))
        changed.add(Section::hour);
    return changed;
}

}  // namespace

Sections changed_sections(const Room& before, const Room& after) {
    Sections changed = changed_of_meeting(before, after);
    if (!same_agenda(before, after)) changed.add(Section::agenda);
    if (before.proceedings.notice != after.proceedings.notice) changed.add(Section::notice_board);
    if (!same_memory(before, after)) changed.add(Section::memory);
    if (before.signals != after.signals) changed.add(Section::signals);
    if (!same_settings(before, after)) changed.add(Section::settings);
    return changed;
}

}  // namespace rostrum
