#include "floor/record.hpp"

#include "floor/act_subject.hpp"
#include "floor/apply.hpp"
#include "floor/record_lines.hpp"
#include "floor/states.hpp"

namespace rostrum {

namespace {

/// In a record, the subject of Undo is the undone act's; the founding concerns the whole room.
ActNote note_of(const Room& before, ActNote note) {
    if (note.kind == kind_of<Undo>() && !before.memory.empty()) {
        note.meeting = before.memory.back().meeting;
        note.delegation = before.memory.back().delegation;
    } else if (note.kind == kind_of<FoundRoom>()) {
        note.meeting.reset();
        note.delegation.reset();
    }
    return note;
}

/// A phone that is not allowed yet asks for a Mission that is not on the roll.
std::optional<RecordedPlate> plate_of(const Room& before, const Room& after,
                                      const ActSubject& subject) {
    if (!subject.meeting || !subject.delegation) return std::nullopt;
    for (const Room* room : {&after, &before}) {
        const Meeting* meeting = find(*room, *subject.meeting);
        const Delegation* plate =
            meeting == nullptr ? nullptr : find(*meeting, *subject.delegation);
        if (plate != nullptr) return recorded(*plate);
    }
    const State* state = state_of_mission(*subject.delegation);
    if (state == nullptr) return std::nullopt;
    return RecordedPlate{state->name, state->code, DelegationKind::mission};
}

std::vector<RecordedPlate> about(const Room& before, const Room& after, const Act& act,
                                 const ActNote& note) {
    std::vector<ActSubject> subjects{{note.meeting, note.delegation}};
    if (!note.delegation) subjects = act_subjects_of(before.proceedings, act.events);
    std::vector<RecordedPlate> plates;
    if (!note.meeting) return plates;
    for (const ActSubject& subject : subjects)
        if (auto plate = plate_of(before, after, subject)) plates.push_back(*std::move(plate));
    return plates;
}

}  // namespace

Record record_of(const RoomId& room, const std::vector<Act>& acts,
                 const std::optional<MeetingId>& meeting) {
    Record record{room, {}, {}};
    Room now = empty_room(room);
    FloorLines lines{acts};
    for (const Act& act : acts) {
        lines.read(now, act);
        Room next = apply(now, act);
        const ActNote note = note_of(now, *next.last_act);
        if (!meeting || note.meeting == meeting)
            record.acts.push_back({note, about(now, next, act, note)});
        now = std::move(next);
    }
    record.room_name = now.name;
    record.time_zone = now.time_zone;
    for (const Shared<Meeting>& one : now.proceedings.meetings) {
        if (meeting && one->id != *meeting) continue;
        record.meetings.push_back({one->id, one->state, one->starts_at});
        for (RecordLine& line : lines.of(now, *one)) record.lines.push_back(std::move(line));
    }
    return record;
}

}  // namespace rostrum
