#include "floor/apply.hpp"

#include <algorithm>

#include "floor/concern.hpp"
#include "floor/fold.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum {

namespace {

/// The founding has nothing before it, and an undo is not undone by another.
bool is_remembered(ActKind kind) {
    return kind != ActKind::found_room && kind != ActKind::undo;
}

bool undoes(const Act& act) {
    return std::any_of(act.events.begin(), act.events.end(),
                       [](const Event& event) { return std::holds_alternative<ActUndone>(event); });
}

void require_follows(const Room& room, const Act& act) {
    require(act.revision.value == room.revision.value + 1, "acts follow one another");
    require(act.at >= limits::earliest && act.at <= limits::latest, "an act has a date");
    require(act.at >= room.latest, "time does not run backwards");
    require(!act.events.empty(), "an act has an event");
    require(is_founded(room) || std::holds_alternative<RoomFounded>(act.events.front()),
            "a room's first act founds it");
    require((act.kind == ActKind::undo) == undoes(act), "only Undo undoes");
    require(act.kind != ActKind::undo || act.events.size() == 1, "Undo does nothing else");
}

void remember(Room& room, const Act& act, Proceedings before) {
    if (room.memory.size() == limits::remembered_acts) room.memory.erase(room.memory.begin());
    Concern concern = concern_of(before, act.events.back());
    room.memory.emplace_back(RememberedAct{act.revision, act.kind, act.at, act.actor,
                                           std::move(concern.meeting),
                                           std::move(concern.delegation), std::move(before)});
}

}  // namespace

Room apply(Room room, const Act& act) {
    require_follows(room, act);
    Proceedings before = room.proceedings;
    for (const Event& event : act.events) fold(room, act, event);
    if (is_remembered(act.kind)) remember(room, act, std::move(before));
    room.revision = act.revision;
    room.latest = act.at;
    check_invariants(room);
    return room;
}

}  // namespace rostrum
