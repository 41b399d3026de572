#include "floor/record.hpp"

#include "floor/act_subject.hpp"
#include "floor/apply.hpp"

namespace rostrum {

namespace {

/// In a record, the subject of Undo is the undone act's; the founding concerns the whole room.
ActNote recorded(const Room& before, ActNote note) {
    if (note.kind == kind_of<Undo>() && !before.memory.empty()) {
        note.meeting = before.memory.back().meeting;
        note.delegation = before.memory.back().delegation;
    } else if (note.kind == kind_of<FoundRoom>()) {
        note.meeting.reset();
        note.delegation.reset();
    }
    return note;
}

std::string title_of(const Room& before, const Room& after, const ActSubject& subject) {
    if (!subject.meeting || !subject.delegation) return {};
    for (const Room* room : {&after, &before}) {
        const Meeting* meeting = find(*room, *subject.meeting);
        const Delegation* plate =
            meeting == nullptr ? nullptr : find(*meeting, *subject.delegation);
        if (plate != nullptr) return plate->title;
    }
    return {};
}

std::string about(const Room& before, const Room& after, const Act& act, const ActNote& note) {
    if (note.delegation) return title_of(before, after, {note.meeting, note.delegation});
    if (!note.meeting) return {};
    std::string titles;
    for (const ActSubject& subject : act_subjects_of(before.proceedings, act.events)) {
        const std::string title = title_of(before, after, subject);
        if (!title.empty()) titles.append(titles.empty() ? "" : ", ").append(title);
    }
    return titles;
}

std::string speaker_of(const Room& room, const MeetingId& meeting, const DelegationId& delegation) {
    const PlateOfMeeting plate{meeting, delegation};
    const auto name = room.names->find(plate);
    return name == room.names->end() || room.withheld.contains(plate) ? "" : name->second;
}

void add_turns(const Room& room, const Meeting& meeting, std::vector<RecordedTurn>& turns) {
    for (const Turn& turn : meeting.turns) {
        const Inscription& inscription = *find(meeting, turn.inscription);
        const Delegation* reader = turn.reader ? find(meeting, *turn.reader) : nullptr;
        const DelegationId& speaking = turn.reader ? *turn.reader : inscription.delegation;
        turns.push_back({meeting.id, turn.from, turn.to, inscription.kind,
                         delegation_of(meeting, inscription).title, turn.spoken, turn.silence,
                         inscription.ruling, inscription.ruling_text,
                         turn.silence ? "" : speaker_of(room, meeting.id, speaking),
                         reader != nullptr ? reader->title : ""});
    }
}

}  // namespace

Record record_of(const RoomId& room, const std::vector<Act>& acts,
                 const std::optional<MeetingId>& meeting) {
    Record record{room, {}, {}};
    Room now = empty_room(room);
    for (const Act& act : acts) {
        Room next = apply(now, act);
        const ActNote note = recorded(now, *next.last_act);
        if (!meeting || note.meeting == meeting)
            record.acts.push_back({note, about(now, next, act, note)});
        now = std::move(next);
    }
    record.room_name = now.name;
    record.time_zone = now.time_zone;
    for (const Shared<Meeting>& one : now.proceedings.meetings) {
        if (meeting && one->id != *meeting) continue;
        record.meetings.push_back({one->id, one->state, one->starts_at});
        add_turns(now, *one, record.turns);
    }
    return record;
}

}  // namespace rostrum
