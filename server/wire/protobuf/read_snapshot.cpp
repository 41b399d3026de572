#include <utility>
#include <vector>

#include <google/protobuf/stubs/logging.h>

#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"
#include "wire/protobuf/rules.hpp"
#include "wire/protobuf/snapshot_fields.hpp"
#include "wire/protobuf/snapshot_meeting.hpp"
#include "wire/room_snapshot.hpp"

namespace rostrum::wire {

namespace {

using Kept = v1::RoomSnapshot;

Rules read_kept_rules(const v1::Rules& rules) {
    return rules_as_written(rules, known_in_snapshot(from_proto(rules.order()), "order"));
}

Signal read_kept_signal(const v1::Signal& signal) {
    Signal read;
    read.id = SignalId{signal.id()};
    read.kind = known_in_snapshot(from_proto(signal.kind()), "kind of signal");
    read.from = known_in_snapshot(from_proto(signal.from()), "role");
    if (!signal.delegation_id().empty()) read.delegation = DelegationId{signal.delegation_id()};
    read.text = signal.text();
    read.sent_at = instant_from_unix_ms(signal.sent_at_unix_ms());
    read.until = instant_from_unix_ms(signal.until_unix_ms());
    return read;
}

ActNote read_kept_note(const Kept::Note& note) {
    ActNote read;
    read.revision = Revision{note.revision()};
    read.kind = known_in_snapshot(from_proto(note.kind()), "act");
    read.at = instant_from_unix_ms(note.at_unix_ms());
    read.actor = {known_in_snapshot(from_proto(note.role()), "role"), note.device()};
    if (note.has_meeting_id()) read.meeting = MeetingId{note.meeting_id()};
    if (note.has_delegation_id()) read.delegation = DelegationId{note.delegation_id()};
    return read;
}

Act read_kept_act(const Kept::Act& act) {
    Act read;
    read.revision = Revision{act.revision()};
    read.at = instant_from_unix_ms(act.at_unix_ms());
    read.actor = {known_in_snapshot(from_proto(act.role()), "role"), act.device()};
    read.command = CommandId{act.command_id()};
    read.kind = known_in_snapshot(from_proto(act.kind()), "act");
    for (const v1::Event& event : act.events()) read.events.push_back(read_event(event));
    return read;
}

/// The meetings and the rules by their places.
class SnapshotReader {
public:
    explicit SnapshotReader(const Kept& kept) {
        for (const auto& meeting : kept.distinct_meetings())
            meetings_.emplace_back(read_meeting(meeting));
        for (const auto& rules : kept.distinct_rules()) rules_.push_back(read_kept_rules(rules));
    }

    [[nodiscard]] Proceedings proceedings(const Kept::Proceedings& proceedings) const {
        Proceedings read;
        for (const std::uint32_t place : proceedings.meetings())
            read.meetings.push_back(at(meetings_, place));
        if (proceedings.has_current()) read.current = MeetingId{proceedings.current()};
        if (proceedings.has_notice())
            read.notice = Notice{NoticeId{proceedings.notice().id()}, proceedings.notice().text()};
        return read;
    }

    [[nodiscard]] RememberedAct remembered(const Kept::Remembered& act) const {
        RememberedAct read{
            read_kept_note(act.note()), proceedings(act.before()), at(rules_, act.rules()), {}};
        for (const Kept::Act& one : act.since()) read.since.push_back(read_kept_act(one));
        return read;
    }

private:
    template <class Thing>
    static const Thing& at(const std::vector<Thing>& things, std::uint32_t place) {
        if (place < things.size()) return things[place];
        throw UnreadableRecord("A snapshot points at what is not in it.");
    }

    std::vector<Shared<Meeting>> meetings_;
    std::vector<Rules> rules_;
};

void read_names(const Kept& kept, Room& room) {
    for (const auto& name : kept.names())
        room.names.edit()[{MeetingId{name.meeting_id()}, DelegationId{name.delegation_id()}}] =
            name.name();
    for (const auto& withheld : kept.withheld())
        room.withheld[{MeetingId{withheld.meeting_id()}, DelegationId{withheld.delegation_id()}}] =
            withheld.erased() ? NameStanding::erased : NameStanding::withheld;
}

}  // namespace

Room read_snapshot(std::string_view bytes) {
    const google::protobuf::LogSilencer quiet;
    Kept kept;
    if (!kept.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw UnreadableRecord("A snapshot is damaged: its bytes are none of Rostrum's.");
    Room room = empty_room(RoomId{kept.id()});
    room.name = kept.name();
    room.time_zone = kept.time_zone();
    const SnapshotReader reader{kept};
    room.proceedings = reader.proceedings(kept.proceedings());
    read_names(kept, room);
    room.rules = read_kept_rules(kept.rules());
    room.display = {known_in_snapshot(from_proto(kept.display()), "display"), kept.time_up_sound()};
    room.controls = known_in_snapshot(from_proto(kept.controls()), "role");
    for (const v1::Signal& signal : kept.signals())
        room.signals.push_back(read_kept_signal(signal));
    for (const Kept::Remembered& act : kept.memory()) room.memory.push_back(reader.remembered(act));
    if (kept.has_last_act()) room.last_act = read_kept_note(kept.last_act());
    room.programme_revision = Revision{kept.programme_revision()};
    room.revision = Revision{kept.revision()};
    room.latest = instant_from_unix_ms(kept.latest_unix_ms());
    return room;
}

}  // namespace rostrum::wire
