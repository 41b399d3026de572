#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/event.hpp"
#include "wire/protobuf/rules.hpp"
#include "wire/protobuf/snapshot_meeting.hpp"
#include "wire/protobuf/write_table.hpp"
#include "wire/room_snapshot.hpp"

namespace rostrum::wire {

namespace {

using Kept = v1::RoomSnapshot;

void write_kept_note(const ActNote& note, Kept::Note& out) {
    out.set_revision(note.revision.value);
    out.set_kind(to_proto(note.kind));
    out.set_at_unix_ms(unix_ms(note.at));
    out.set_role(to_proto(note.actor.role));
    out.set_device(note.actor.device);
    if (note.meeting) out.set_meeting_id(note.meeting->value);
    if (note.delegation) out.set_delegation_id(note.delegation->value);
}

void write_kept_act(const Act& act, Kept::Act& out) {
    out.set_revision(act.revision.value);
    out.set_at_unix_ms(unix_ms(act.at));
    out.set_role(to_proto(act.actor.role));
    out.set_device(act.actor.device);
    out.set_command_id(act.command.value);
    out.set_kind(to_proto(act.kind));
    for (const Event& event : act.events) write_event(event, *out.add_events());
}

/// Writes each meeting and each set of rules once, and knows their places.
class SnapshotWriter {
public:
    explicit SnapshotWriter(Kept& out) : out_(out) {}

    void proceedings(const Proceedings& proceedings, Kept::Proceedings& out) {
        for (const Shared<Meeting>& meeting : proceedings.meetings)
            out.add_meetings(place_of(*meeting));
        if (proceedings.current) out.set_current(proceedings.current->value);
        if (!proceedings.notice) return;
        out.mutable_notice()->set_id(proceedings.notice->id.value);
        out.mutable_notice()->set_text(proceedings.notice->text);
    }

    void remembered(const RememberedAct& act) {
        Kept::Remembered& out = *out_.add_memory();
        write_kept_note(act, *out.mutable_note());
        proceedings(act.before, *out.mutable_before());
        out.set_rules(place_of(act.rules));
        for (const Act& one : act.since) write_kept_act(one, *out.add_since());
    }

private:
    /// Proceedings share a meeting by being the same one.
    std::uint32_t place_of(const Meeting& meeting) {
        const auto next = static_cast<std::uint32_t>(meetings_.size());
        const auto [place, is_new] = meetings_.try_emplace(&meeting, next);
        if (is_new) write_meeting(meeting, *out_.add_distinct_meetings());
        return place->second;
    }

    /// They change rarely, so the last ones are mostly meant.
    std::uint32_t place_of(const Rules& rules) {
        auto found = std::find(rules_.rbegin(), rules_.rend(), rules);
        if (found == rules_.rend()) {
            write_rules(rules, *out_.add_distinct_rules());
            rules_.push_back(rules);
            found = rules_.rbegin();
        }
        return static_cast<std::uint32_t>(rules_.rend() - found - 1);
    }

    Kept& out_;
    std::unordered_map<const Meeting*, std::uint32_t> meetings_;
    std::vector<Rules> rules_;
};

void write_names(const Room& room, Kept& out) {
    for (const auto& [plate, text] : *room.names) {
        Kept::Name& name = *out.add_names();
        name.set_meeting_id(plate.first.value);
        name.set_delegation_id(plate.second.value);
        name.set_name(text);
    }
    for (const auto& [plate, standing] : room.withheld) {
        Kept::Withheld& withheld = *out.add_withheld();
        withheld.set_meeting_id(plate.first.value);
        withheld.set_delegation_id(plate.second.value);
        withheld.set_erased(standing == NameStanding::erased);
    }
}

}  // namespace

std::string write_snapshot(const Room& room) {
    Kept out;
    out.set_id(room.id.value);
    out.set_name(room.name);
    out.set_time_zone(room.time_zone);
    SnapshotWriter writer{out};
    writer.proceedings(room.proceedings, *out.mutable_proceedings());
    write_names(room, out);
    write_rules(room.rules, *out.mutable_rules());
    out.set_display(to_proto(room.display.mode));
    out.set_time_up_sound(room.display.time_up_sound);
    out.set_controls(to_proto(room.controls));
    for (const Signal& signal : room.signals) write_signal(signal, *out.add_signals());
    for (const RememberedAct& act : room.memory) writer.remembered(act);
    if (room.last_act) write_kept_note(*room.last_act, *out.mutable_last_act());
    out.set_programme_revision(room.programme_revision.value);
    out.set_revision(room.revision.value);
    out.set_latest_unix_ms(unix_ms(room.latest));
    return out.SerializeAsString();
}

}  // namespace rostrum::wire
