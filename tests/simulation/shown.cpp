#include "shown.hpp"

#include <algorithm>
#include <tuple>

namespace rostrum::simulation {
namespace {

bool same_summary(const Meeting& a, const Meeting& b) {
    return std::tie(a.id, a.state, a.starts_at, a.ends_at, a.course) ==
           std::tie(b.id, b.state, b.starts_at, b.ends_at, b.course);
}

bool same_agenda(const Shown& a, const Shown& b) {
    const auto& was = a.proceedings.meetings;
    const auto& is = b.proceedings.meetings;
    return std::tie(a.name, a.time_zone, a.proceedings.current) ==
               std::tie(b.name, b.time_zone, b.proceedings.current) &&
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
        const auto found = shown.names.find({meeting.id, delegation.id});
        return found == shown.names.end() ? std::string() : found->second;
    };
    return std::all_of(is.delegations.begin(), is.delegations.end(), [&](const auto& delegation) {
        return name(a, was, delegation) == name(b, is, delegation);
    });
}

bool same_list(const Meeting& a, const Meeting& b) {
    const auto next = [](const Meeting& meeting) {
        const Inscription* inscription = next_inscription(meeting);
        return inscription != nullptr ? inscription->id : InscriptionId{};
    };
    return a.list == b.list && next(a) == next(b);
}

bool same_floor(const Meeting& a, const Meeting& b) {
    if (!a.statement || !b.statement) return a.statement == b.statement;
    return *a.statement == *b.statement && find(a, a.statement->inscription)->delegation ==
                                               find(b, b.statement->inscription)->delegation;
}

bool same_memory(const Shown& a, const Shown& b) {
    if (a.remembered != b.remembered) return false;
    if (!a.last_act || a.last_act->is(*b.last_act)) return true;
    const RememberedAct& was = **a.last_act;
    const RememberedAct& is = **b.last_act;
    return std::tie(was.revision, was.kind, was.at, was.actor, was.meeting, was.delegation) ==
           std::tie(is.revision, is.kind, is.at, is.actor, is.meeting, is.delegation);
}

}  // namespace

Shown::Shown(const Room& room)
    : revision(room.revision),
      name(room.name),
      time_zone(room.time_zone),
      proceedings(room.proceedings),
      names(room.names),
      remembered(room.memory.size()) {
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
    const Meeting* was = current_meeting(a);
    const Meeting* is = current_meeting(b);
    if (was == nullptr || is == nullptr) return was == is;
    if (section == Section::plates) return same_plates(a, b);
    if (was == is) return true;
    if (section == Section::meeting) return same_meeting(*was, *is);
    if (section == Section::list) return same_list(*was, *is);
    return same_floor(*was, *is);
}

}  // namespace rostrum::simulation
