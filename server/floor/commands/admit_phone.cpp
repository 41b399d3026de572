#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AdmitPhone& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto phone = the_phone(*meeting, command.device);
    if (!phone) return phone.refusal();
    if (phone->standing == PhoneStanding::admitted)
        return Refusal{RefusalCode::already_so, "This phone may already ask."};
    Events events{PhoneAdmitted{meeting->id, phone->device, phone->delegation}};
    for (Event& entry : entry_of(*meeting, phone->delegation, std::nullopt))
        events.push_back(std::move(entry));
    return events;
}

}  // namespace rostrum::commands
