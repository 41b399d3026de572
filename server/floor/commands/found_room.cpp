#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"
#include "floor/new_plates.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const FoundRoom& command) {
    PlannedRoom plan = command.plan;
    if (is_founded(room)) {
        return Refusal{RefusalCode::room_founded, room.name + " has its programme already."};
    }
    if (plan.id != room.id) {
        return Refusal{RefusalCode::malformed,
                       {"other_room",
                        "This programme is for the room {room}, not for {here}.",
                        {{"room", plan.id.value}, {"here", room.id.value}}}};
    }
    if (const auto found = faults({"", "", {plan}}); !found.empty()) {
        return Refusal{RefusalCode::malformed, at_place(found.front().place, found.front().reason)};
    }

    for (PlannedMeeting& meeting : plan.meetings)
        give_ids(meeting, Revision{room.revision.value + 1});
    Events events{RoomFounded{plan.name, plan.time_zone}};
    if (plan.rules != Rules{}) events.emplace_back(RulesSet{plan.rules});
    for (const PlannedMeeting& meeting : plan.meetings) {
        events.emplace_back(MeetingPlanned{without_names(meeting)});
    }
    for (const PlannedMeeting& meeting : plan.meetings) {
        for (const PlannedDelegation& panellist : meeting.panel) {
            if (panellist.speaker_name.empty()) continue;
            events.emplace_back(SpeakerNamed{meeting.id, panellist.id, panellist.speaker_name});
        }
    }
    return events;
}

}  // namespace rostrum::commands
