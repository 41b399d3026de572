#include "expected_room.hpp"

#include <utility>

#include "expect.hpp"
#include "floor/apply.hpp"
#include "floor/timer.hpp"

namespace rostrum::simulation {

void ExpectedRoom::follow(const std::vector<Act>& log) {
    while (room_.revision.value < log.size()) {
        const Act& act = log[room_.revision.value];
        expect(act.revision.value == room_.revision.value + 1, "the log has a gap");
        expect(commands_.emplace(act.command, act.revision).second,
               "a command is in the log twice");
        room_ = apply(std::move(room_), act);
        stopwatch_.follow(act);
    }
}

std::optional<Revision> ExpectedRoom::revision_of(const CommandId& command) const {
    const auto found = commands_.find(command);
    return found == commands_.end() ? std::nullopt : std::optional(found->second);
}

void ExpectedRoom::expect_same(const Room& room, Instant now) const {
    expect(room.revision == room_.revision && room.latest == room_.latest,
           "a server is at another revision than its log");
    expect(room.proceedings == room_.proceedings, "a room's proceedings differ from its log");
    expect(room.names == room_.names && room.withheld == room_.withheld,
           "a room's names differ from its log");
    expect(room.rules == room_.rules && room.controls == room_.controls &&
               room.display == room_.display && room.signals == room_.signals &&
               room.name == room_.name && room.archived == room_.archived,
           "a room's settings differ from its log");
    expect(room.memory.size() == room_.memory.size() &&
               (room.memory.empty() || room.memory.back().revision == room_.memory.back().revision),
           "a room's memory differs from its log");

    const Meeting* meeting = current_meeting(room);
    const auto reading = stopwatch_.read(now);
    const bool speaking = meeting != nullptr && meeting->statement.has_value();
    expect(speaking == reading.has_value(),
           "the stopwatch and the room disagree on whether somebody speaks");
    if (!speaking) return;
    const Statement& statement = *meeting->statement;
    expect(statement.id == reading->statement,
           "the stopwatch counts another statement than the room");
    expect(statement.timer.running_since.has_value() == reading->runs,
           "only one of a timer and the stopwatch runs");
    expect(elapsed(statement.timer, now) == reading->elapsed,
           "a timer and the stopwatch differ by a millisecond or more");
}

}  // namespace rostrum::simulation
