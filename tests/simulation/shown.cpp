#include "shown.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "floor/hour.hpp"
#include "floor/lost_time.hpp"

namespace rostrum::simulation {
namespace {

bool same_summary(const Meeting& a, const Meeting& b) {
    return std::tie(a.id, a.state, a.starts_at, a.ends_at, a.course) ==
           std::tie(b.id, b.state, b.starts_at, b.ends_at, b.course);
}

bool same_agenda(const Shown& a, const Shown& b) {
    const auto& was = a.proceedings.meetings;
    const auto& is = b.proceedings.meetings;
    return std::tie(a.name, a.time_zone, a.proceedings.current, a.programme_revision) ==
               std::tie(b.name, b.time_zone, b.proceedings.current, b.programme_revision) &&
           std::equal(was.begin(), was.end(), is.begin(), is.end(),
                      [](const auto& x, const auto& y) { return same_summary(*x, *y); });
}

bool same_meeting(const Meeting& a, const Meeting& b) {
    return same_summary(a, b) && due_at(a) == due_at(b) &&
           std::tie(a.opened_at, a.suspended_at, a.closed_at, a.turns) ==
               std::tie(b.opened_at, b.suspended_at, b.closed_at, b.turns);
}

bool same_plates(const Shown& a, const Shown& b) {
    const Meeting& was = *current_meeting(a);
    const Meeting& is = *current_meeting(b);
    if (was.id != is.id || was.delegations != is.delegations) return false;
    const auto name = [](const Shown& shown, const Meeting& meeting, const Delegation& delegation) {
        const PlateOfMeeting plate{meeting.id, delegation.id};
        const auto found = shown.names.find(plate);
        const std::string told = found == shown.names.end() ? std::string() : found->second;
        return std::pair{told, shown.withheld.contains(plate)};
    };
    return std::all_of(is.delegations.begin(), is.delegations.end(), [&](const auto& delegation) {
        return name(a, was, delegation) == name(b, is, delegation);
    });
}

/// The limits of each kind are told with the list.
bool same_limits(const Rules& a, const Rules& b) {
    return std::tie(a.sur_shortest, a.sur_longest, a.panel_shortest, a.panel_longest) ==
           std::tie(b.sur_shortest, b.sur_longest, b.panel_shortest, b.panel_longest);
}

bool same_list(const Meeting& a, const Meeting& b) {
    const auto next = [](const Meeting& meeting) {
        const Inscription* inscription = next_inscription(meeting);
        return inscription != nullptr ? inscription->id : InscriptionId{};
    };
    const auto left = [](const Meeting& meeting) {
        std::vector<Duration> rounds;
        for (const AnswerRound& round : meeting.rounds)
            rounds.push_back(left_of(meeting, round.id));
        return rounds;
    };
    return a.list == b.list && next(a) == next(b) && a.rounds == b.rounds && left(a) == left(b);
}

bool same_floor(const Meeting& a, const Meeting& b) {
    if (a.interrupted != b.interrupted) return false;
    if (!a.statement || !b.statement) return a.statement == b.statement;
    if (offered_time(a) != offered_time(b)) return false;
    return *a.statement == *b.statement && find(a, a.statement->inscription)->delegation ==
                                               find(b, b.statement->inscription)->delegation;
}

bool same_questions(const Meeting& a, const Meeting& b) {
    return a.questions == b.questions && a.requests == b.requests;
}

bool same_settings(const Shown& a, const Shown& b) {
    return std::tie(a.display, a.controls, a.rules) == std::tie(b.display, b.controls, b.rules);
}

bool same_memory(const Shown& a, const Shown& b) {
    return std::tie(a.remembered, a.last_act, a.latest_act) ==
           std::tie(b.remembered, b.last_act, b.latest_act);
}

}  // namespace

Shown::Shown(const Room& room)
    : revision(room.revision),
      name(room.name),
      time_zone(room.time_zone),
      proceedings(room.proceedings),
      names(*room.names),
      withheld(room.withheld),
      rules(room.rules),
      display(room.display),
      controls(room.controls),
      signals(room.signals),
      programme_revision(room.programme_revision),
      remembered(room.memory.size()),
      latest_act(room.last_act) {
    if (!room.memory.empty()) last_act = room.memory.back();
}

const Meeting* current_meeting(const Shown& shown) {
    for (const Shared<Meeting>& meeting : shown.proceedings.meetings)
        if (meeting->id == shown.proceedings.current) return &*meeting;
    return nullptr;
}

bool same(Section section, const Shown& a, const Shown& b) {
    if (&a == &b) return true;
    if (section == Section::agenda) return same_agenda(a, b);
    if (section == Section::notice_board) return a.proceedings.notice == b.proceedings.notice;
    if (section == Section::memory) return same_memory(a, b);
    if (section == Section::signals) return a.signals == b.signals;
    if (section == Section::settings) return same_settings(a, b);
    const Meeting* was = current_meeting(a);
    const Meeting* is = current_meeting(b);
    if (was == nullptr || is == nullptr) return was == is;
    if (section == Section::plates) return same_plates(a, b);
    if (section == Section::hour) return hour_anchors(*was, a.rules) == hour_anchors(*is, b.rules);
    if (section == Section::list && !same_limits(a.rules, b.rules)) return false;
    if (was == is) return true;
    if (section == Section::meeting) return same_meeting(*was, *is);
    if (section == Section::list) return same_list(*was, *is);
    if (section == Section::questions) return same_questions(*was, *is);
    if (section == Section::roll) return was->roll == is->roll;
    return same_floor(*was, *is);
}

}  // namespace rostrum::simulation
