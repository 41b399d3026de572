#include <algorithm>
#include <vector>

#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

namespace {

struct Slot {
    Instant starts_at;
    Instant ends_at;
};

}  // namespace

Decision decide(const Room& room, const MoveMeeting& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    std::vector<const Meeting*> order;
    std::vector<Slot> slots;
    for (const Shared<Meeting>& one : room.proceedings.meetings) {
        if (one->course != Course::planned) continue;
        order.push_back(&*one);
        slots.push_back({one->starts_at, one->ends_at});
    }
    const auto is_called = [&](const MeetingId& id) {
        return [&](const Meeting* one) { return one->id == id; };
    };
    const auto moved = std::find_if(order.begin(), order.end(), is_called(meeting->id));
    if (moved == order.end()) {
        return Refusal{RefusalCode::meeting_under_way,
                       name_of(*meeting) + " is not to come any more."};
    }
    order.erase(moved);
    auto place = order.end();
    if (command.before) {
        const auto before = the_meeting(room, *command.before);
        if (!before) return before.refusal();
        place = std::find_if(order.begin(), order.end(), is_called(before->id));
        if (place == order.end() && before->id != meeting->id) {
            return Refusal{RefusalCode::stale, name_of(*before) + " is not to come any more."};
        }
    }
    if (command.before == meeting->id)
        return Refusal{RefusalCode::already_so, name_of(*meeting) + " has that place already."};
    order.insert(place, &*meeting);

    Events events;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Slot slot = slots[i];
        if (order[i]->starts_at == slot.starts_at && order[i]->ends_at == slot.ends_at) continue;
        events.emplace_back(MeetingRescheduled{order[i]->id, slot.starts_at, slot.ends_at});
    }
    if (events.empty())
        return Refusal{RefusalCode::already_so, name_of(*meeting) + " has that place already."};
    return events;
}

}  // namespace rostrum::commands
