#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const WithholdName& command) {
    const auto meeting = the_meeting(room, command.meeting);
    if (!meeting) return meeting.refusal();
    const auto delegation = the_delegation(*meeting, command.delegation);
    if (!delegation) return delegation.refusal();
    const PlateOfMeeting plate{meeting->id, delegation->id};
    if (room.withheld.contains(plate))
        return Refusal{RefusalCode::already_so, "This name is already withheld."};
    if (!room.names->contains(plate)) {
        return Refusal{RefusalCode::no_name,
                       delegation->title + " has no name that could be withheld."};
    }
    return Events{NameWithheld{meeting->id, delegation->id}};
}

}  // namespace rostrum::commands
