#include <algorithm>

#include "floor/arrival.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/planned_names.hpp"

namespace rostrum {

namespace {

bool is_planned_statement(const Inscription& one) {
    return one.status == InscriptionStatus::waiting &&
           (one.kind == InscriptionKind::sur_statement ||
            one.kind == InscriptionKind::panel_statement);
}

const std::string* name_in(const SpeakerNames& names, const PlateOfMeeting& plate) {
    const auto found = names.find(plate);
    return found == names.end() ? nullptr : &found->second;
}

/// Empty if nothing hides it.
std::optional<NameStanding> mark_of(const Room& room, const PlateOfMeeting& plate) {
    const auto found = room.withheld.find(plate);
    return found == room.withheld.end() ? std::nullopt : std::optional{found->second};
}

/// Each name comes in this act, so that the room it left need not keep it; a hidden one stays so.
void bring_names(const Room& room, const Room& from, const Meeting& meeting, Events& events) {
    const PlannedNames here{room};
    for (const Delegation& delegation : meeting.delegations) {
        const PlateOfMeeting plate{meeting.id, delegation.id};
        const std::string* shown = name_in(*from.names, plate);
        const std::string* name = shown ? shown : name_in(*from.hidden_names, plate);
        const auto mark = mark_of(from, plate);
        if (name != nullptr) events.emplace_back(SpeakerNamed{meeting.id, delegation.id, *name});
        if (mark == NameStanding::erased)
            events.emplace_back(NameErased{meeting.id, delegation.id});
        else if (mark == NameStanding::withheld ||
                 (name != nullptr && (shown == nullptr || here.is_withheld(*name))))
            events.emplace_back(NameWithheld{meeting.id, delegation.id});
    }
}

/// Who is in the room: a Mission that has left need not come.
void bring_roll(const Meeting& meeting, Events& events) {
    std::vector<std::string> states;
    for (const Delegation& one : meeting.roll) {
        if (one.standing != Standing::present) continue;
        if (one.kind == DelegationKind::mission) states.push_back(one.state_code);
        if (one.kind == DelegationKind::organisation)
            events.emplace_back(OrganisationEntered{meeting.id, one.title});
    }
    if (!states.empty()) events.emplace_back(RollEntered{meeting.id, std::move(states)});
}

void bring_notes(const Meeting& meeting, Events& events) {
    for (const Delegation& one : meeting.delegations)
        if (!one.note.empty()) events.emplace_back(NoteSet{meeting.id, one.id, one.note});
    for (const Delegation& one : meeting.roll)
        if (!one.note.empty() && one.standing == Standing::present)
            events.emplace_back(NoteSet{meeting.id, one.id, one.note});
}

}  // namespace

Decision arrival(const Room& room, const Room& from, const MeetingId& id) {
    const Meeting& meeting = *find(from, id);
    if (!is_founded(room))
        return Refusal{RefusalCode::meeting_not_open, "That room has no programme yet."};
    if (room.archived) return room_is_archived();
    if (find(room, id) != nullptr)
        return Refusal{RefusalCode::malformed,
                       {"move_id_taken",
                        "{room} has a meeting with the same id already: {id}.",
                        {{"room", room.name}, {"id", id.value}}}};
    PlannedMeeting plan = plan_of(meeting);
    for (PlannedDelegation& panellist : plan.panel)
        if (panellist.standing == Standing::read_by) panellist.standing = Standing::absent;
    if (const auto refusal = commands::fault_of_programme(room, {plan})) return *refusal;

    Events events{MeetingPlanned{std::move(plan)}};
    bring_roll(meeting, events);
    bring_notes(meeting, events);
    bring_names(room, from, meeting, events);
    events.emplace_back(MeetingMovedHere{id, from.id});
    return events;
}

void name_new_room(Events& leaving, const Room& to) {
    for (Event& event : leaving)
        if (auto* moved = std::get_if<MeetingMovedAway>(&event)) moved->to_name = to.name;
}

namespace commands {

Decision decide(const Room& room, const MoveToRoom& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    if (command.room == room.id)
        return Refusal{RefusalCode::already_so, name_of(*meeting) + " is in this room already."};
    if (meeting->course != Course::planned)
        return Refusal{meeting->course == Course::closed ? RefusalCode::meeting_closed
                                                         : RefusalCode::meeting_under_way,
                       {"move_opened", "A meeting that has been opened stays in its room."}};
    if (!meeting->requests.empty() || !std::ranges::all_of(meeting->list, is_planned_statement))
        return Refusal{RefusalCode::meeting_under_way,
                       {"move_asked",
                        "There is more on this meeting's list than its panel: take that off "
                        "first."}};

    Events events;
    MeetingMovedAway moved{meeting->id, command.room, {}, {}};
    for (const Delegation& delegation : meeting->delegations) {
        const PlateOfMeeting plate{meeting->id, delegation.id};
        if (name_in(*room.names, plate) != nullptr || name_in(*room.hidden_names, plate) != nullptr)
            events.emplace_back(NameErased{meeting->id, delegation.id});
        const auto mark = mark_of(room, plate);
        if (mark == NameStanding::withheld || mark == NameStanding::erased)
            moved.withheld.push_back(delegation.id);
    }
    events.emplace_back(std::move(moved));
    return events;
}

}  // namespace commands

}  // namespace rostrum
