#include "floor/apply.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "floor/act_subject.hpp"
#include "floor/command_table.hpp"
#include "floor/fold/fold.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum {

namespace {

bool undoes(const Act& act) {
    return std::any_of(act.events.begin(), act.events.end(),
                       [](const Event& event) { return std::holds_alternative<ActUndone>(event); });
}

void require_follows(const Room& room, const Act& act) {
    require(act.revision.value == room.revision.value + 1, "acts follow one another");
    require(act.at >= limits::earliest && act.at <= limits::latest, "an act has a date");
    require(act.at >= room.latest || !has_open_meeting(room.proceedings),
            "time does not run backwards while a meeting is open");
    require(!act.events.empty(), "an act has an event");
    require(is_founded(room) || std::holds_alternative<RoomFounded>(act.events.front()),
            "a room's first act founds it");
    require((act.kind == kind_of<Undo>()) == undoes(act), "only Undo undoes");
    require(act.kind != kind_of<Undo>() || act.events.size() == 1, "Undo does nothing else");
}

ActNote note_of(const Act& act, const Proceedings& before) {
    ActSubject subject = act_subject_of(before, act.events);
    return {act.revision,
            act.kind,
            act.at,
            act.actor,
            std::move(subject.meeting),
            std::move(subject.delegation)};
}

void remember(Room& room, const ActNote& note, Proceedings before) {
    if (room.memory.size() == limits::remembered_acts) room.memory.pop_front();
    room.memory.push_back(RememberedAct{note, std::move(before), room.rules, {}});
}

/// What happens outside the proceedings survives the undoing of acts before it.
void remember_outside_the_floor(Room& room, const Act& act) {
    if (room.memory.empty()) return;
    Act kept{act.revision, act.at, act.actor, act.command, act.kind, {}};
    std::copy_if(act.events.begin(), act.events.end(), std::back_inserter(kept.events),
                 stays_when_undone);
    if (!kept.events.empty()) room.memory.edit_back().since.push_back(std::move(kept));
}

/// FNV-1a. A command's id is random: no two acts of one room agree in it by chance.
std::uint64_t hash_with(std::uint64_t acts_before, const Act& act) {
    constexpr std::uint64_t prime = 0x100000001b3;
    const std::string bytes = std::to_string(acts_before) + ' ' + std::to_string(unix_ms(act.at)) +
                              ' ' + std::to_string(static_cast<unsigned>(act.kind)) + ' ' +
                              act.command.value;
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash;
}

}  // namespace

Room apply(Room room, const Act& act) {
    require_follows(room, act);
    Proceedings before = room.proceedings;
    room.last_act = note_of(act, before);
    for (const Event& event : act.events) fold(room, act, event);
    if (is_undoable(act.kind))
        remember(room, *room.last_act, std::move(before));
    else if (act.kind != kind_of<Undo>())
        remember_outside_the_floor(room, act);
    room.revision = act.revision;
    room.latest = act.at;
    room.acts_hash = hash_with(room.acts_hash, act);
    check_invariants(room);
    return room;
}

}  // namespace rostrum
