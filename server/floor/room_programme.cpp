#include "floor/room_programme.hpp"

namespace rostrum {

PlannedRoom plan_of(const Room& room) {
    PlannedRoom plan{room.id, room.name, room.time_zone, {}, room.rules};
    for (const Shared<Meeting>& meeting : room.proceedings.meetings) {
        plan.meetings.push_back(plan_of(*meeting));
        for (PlannedDelegation& panellist : plan.meetings.back().panel) {
            const PlateOfMeeting plate{meeting->id, panellist.id};
            const auto name = room.names->find(plate);
            if (name != room.names->end() && !room.withheld.contains(plate))
                panellist.speaker_name = name->second;
        }
    }
    return plan;
}

}  // namespace rostrum
