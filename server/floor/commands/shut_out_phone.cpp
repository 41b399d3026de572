#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ShutOutPhone& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto phone = the_phone(*meeting, command.device);
    if (!phone) return phone.refusal();
    if (phone->standing == PhoneStanding::shut_out)
        return Refusal{RefusalCode::already_so, "This phone is already shut out."};
    Events events = left_behind(*meeting, *phone);
    events.emplace_back(PhoneShutOut{meeting->id, phone->device, phone->delegation});
    return events;
}

}  // namespace rostrum::commands
