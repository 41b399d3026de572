#include <algorithm>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/match_plates.hpp"
#include "floor/new_plates.hpp"
#include "floor/planned_names.hpp"

namespace rostrum::commands {

namespace {

/// Returns the programme with these meetings replaced or added.
PlannedRoom planned(const Room& room, const std::vector<PlannedMeeting>& meetings) {
    PlannedRoom plan{room.id, room.name, room.time_zone, {}, room.rules};
    for (const Shared<Meeting>& there : room.proceedings.meetings) {
        const auto edited =
            std::find_if(meetings.begin(), meetings.end(),
                         [&](const PlannedMeeting& one) { return one.id == there->id; });
        if (edited == meetings.end()) plan.meetings.push_back(plan_of(*there));
    }
    plan.meetings.insert(plan.meetings.end(), meetings.begin(), meetings.end());
    std::stable_sort(
        plan.meetings.begin(), plan.meetings.end(),
        [](const PlannedMeeting& a, const PlannedMeeting& b) { return a.starts_at < b.starts_at; });
    return plan;
}

/// The fault, and in which meeting and where it is.
Sentence in_meeting(const PlannedMeeting& meeting, const Fault& fault) {
    const std::string place =
        fault.place.substr(fault.place.find(']', fault.place.find("meetings")) + 2);
    Sentence sentence = fault.reason;
    sentence.english = "Meeting " + meeting.id.value + ", " + place + ": " + sentence.english;
    sentence.particulars.push_back({"state", meeting.state.code});
    return sentence;
}

/// Two meetings overlap: said of the given one, as the other keeps its time.
Fault overlap_of(const Room& room, const PlannedMeeting& other, const Fault& fault,
                 bool other_is_next) {
    const Meeting* const there = find(room, other.id);
    const std::string place = other_is_next ? "meetings[].ends_at" : fault.place;
    const std::vector<Particular> meeting{{"meeting", other.state.name}};
    if (there != nullptr && there->course == Course::closed)
        return {place,
                {"meeting_overlaps_closed",
                 "{meeting} is closed and keeps its time in this room: give this one another.",
                 meeting}};
    if (!other_is_next) return fault;
    return {place,
            {"meeting_overlaps_next",
             "The next meeting in this room, {meeting}, begins before this one ends.", meeting}};
}

/// Returns the first fault in the given meetings; faults planned before do not count.
std::optional<Refusal> fault_in(const Room& room, const PlannedRoom& plan,
                                const std::vector<PlannedMeeting>& meetings) {
    const auto is_given = [&](const PlannedMeeting& one) {
        return std::any_of(meetings.begin(), meetings.end(),
                           [&](const PlannedMeeting& given) { return given.id == one.id; });
    };
    for (const Fault& fault : faults({"", "", {plan}})) {
        for (std::size_t i = 0; i < plan.meetings.size(); ++i) {
            const std::string place = "rooms[0].meetings[" + std::to_string(i) + "]";
            if (!fault.place.starts_with(place + ".") && fault.place != place) continue;
            const PlannedMeeting& one = plan.meetings[i];
            const bool overlaps = fault.reason.code == "meeting_overlaps";
            if (is_given(one))
                return Refusal{
                    RefusalCode::malformed,
                    in_meeting(one, overlaps ? overlap_of(room, plan.meetings[i - 1], fault, false)
                                             : fault)};
            if (overlaps && is_given(plan.meetings[i - 1]))
                return Refusal{
                    RefusalCode::malformed,
                    in_meeting(plan.meetings[i - 1], overlap_of(room, one, fault, true))};
        }
        if (fault.place == "rooms[0].meetings")
            return Refusal{RefusalCode::malformed, fault.reason};
    }
    return std::nullopt;
}

/// A plate with a history stays, and while the meeting runs, one whose name is hidden.
std::optional<Refusal> takes_down_who_must_stay(const Room& room, const Meeting& meeting,
                                                const PlannedMeeting& plan) {
    for (const Delegation& plate : meeting.delegations) {
        if (plate.kind == DelegationKind::state_under_review) continue;
        if (has_plate(plan.panel, plate.id)) continue;
        switch (fate_without_a_row(room, meeting, plate.id)) {
            case PlateFate::heard:
                return Refusal{RefusalCode::meeting_under_way,
                               plate.title + " has had its turn: its plate stays up."};
            case PlateFate::hidden:
                return Refusal{RefusalCode::meeting_under_way,
                               "The name at " + plate.title +
                                   " is withheld or erased: its plate stays up while the meeting "
                                   "is open."};
            default:
                break;
        }
    }
    return std::nullopt;
}

/// How the plates that are there stand from now on, where the plan says so.
std::optional<Refusal> add_standings(const Meeting& there, const PlannedMeeting& plan,
                                     Events& events) {
    for (const PlannedDelegation& panellist : plan.panel) {
        const Delegation* plate = find(there, panellist.id);
        if (plate == nullptr || !changes_standing(*plate, panellist)) continue;
        if (auto refusal = has_the_floor(there, *plate)) return refusal;
        events.emplace_back(
            StandingPlanned{plan.id, plate->id, *panellist.standing, panellist.absence_reason});
    }
    return std::nullopt;
}

/// Apart from names and standings, which have events of their own.
bool changes(const Meeting& there, const PlannedMeeting& plan) {
    Meeting edited = there;
    edit(edited, plan);
    return edited != there;
}

/// The plates that are in both and wait for their turn are in another order.
bool reorders(const Meeting& there, const PlannedMeeting& plan) {
    if (!is_open_or_suspended(there)) return false;
    const auto waits = [&](const DelegationId& id) {
        const Inscription* statement = find(there, InscriptionId{id.value});
        return statement != nullptr && statement->status == InscriptionStatus::waiting;
    };
    std::vector<DelegationId> before;
    for (const Delegation& plate : there.delegations)
        if (has_plate(plan.panel, plate.id) && waits(plate.id)) before.push_back(plate.id);
    std::vector<DelegationId> after;
    for (const PlannedDelegation& panellist : plan.panel)
        if (waits(panellist.id)) after.push_back(panellist.id);
    return before != after;
}

/// Adds the names that the plan may show; refuses to give an erased one again.
std::optional<Refusal> add_names(const PlannedNames& names, const Room& room,
                                 const PlannedMeeting& plan, Events& events) {
    const bool missing = lacks_an_erased_plate(room, plan.id, plan.panel);
    for (const PlannedDelegation& panellist : plan.panel) {
        const NameOutcome outcome = names.outcome(plan.id, panellist, missing);
        if (outcome == NameOutcome::stays_erased)
            return Refusal{RefusalCode::name_erased,
                           "The name of " + panellist.title + "'s speaker was erased for good."};
        if (outcome != NameOutcome::given && outcome != NameOutcome::withheld_too) continue;
        events.emplace_back(SpeakerNamed{plan.id, panellist.id, panellist.speaker_name});
        // On record, so that it can be erased; in the same act, so that nobody sees it.
        if (outcome == NameOutcome::withheld_too)
            events.emplace_back(NameWithheld{plan.id, panellist.id});
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> fault_of_programme(const Room& room,
                                          const std::vector<PlannedMeeting>& meetings) {
    return fault_in(room, planned(room, meetings), meetings);
}

Decision decide(const Room& room, const PlanMeetings& command) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (command.meetings.empty())
        return Refusal{RefusalCode::malformed, {"no_meeting_given", "No meeting is given."}};
    if (const auto refusal = fault_of_programme(room, command.meetings)) return *refusal;

    Events events;
    Events names;
    const PlannedNames planned_names{room};
    for (PlannedMeeting plan : command.meetings) {
        give_ids(plan, Revision{room.revision.value + 1});
        if (const auto refusal = add_names(planned_names, room, plan, names)) return *refusal;
        const Meeting* there = find(room, plan.id);
        if (there == nullptr) {
            events.emplace_back(MeetingPlanned{without_names(plan)});
            continue;
        }
        if (there->course == Course::closed) {
            return Refusal{RefusalCode::meeting_closed,
                           name_of(*there) + " is closed: its record stays as it is."};
        }
        if (const auto refusal = takes_down_who_must_stay(room, *there, plan)) return *refusal;
        if (changes(*there, plan))
            events.emplace_back(MeetingEdited{without_names(plan), reorders(*there, plan)});
        if (const auto refusal = add_standings(*there, plan, events)) return *refusal;
    }
    events.insert(events.end(), names.begin(), names.end());
    if (events.empty()) return Refusal{RefusalCode::already_so, "This would change nothing."};
    return events;
}

}  // namespace rostrum::commands
