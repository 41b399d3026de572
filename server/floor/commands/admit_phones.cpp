#include <algorithm>
#include <set>

#include "floor/commands/asker.hpp"
#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const AdmitPhones& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    Events events;
    // Two phones of one Mission enter it once.
    std::set<DelegationId> entered;
    for (const Phone& phone : *meeting->phones) {
        if (phone.standing != PhoneStanding::waiting) continue;
        if (std::ranges::find(command.devices, phone.device) == command.devices.end()) continue;
        events.emplace_back(PhoneAdmitted{meeting->id, phone.device, phone.delegation});
        if (!entered.insert(phone.delegation).second) continue;
        for (Event& entry : entry_of(*meeting, phone.delegation, std::nullopt))
            events.push_back(std::move(entry));
    }
    if (events.empty())
        return Refusal{RefusalCode::already_so, "None of these phones waits any more."};
    return events;
}

}  // namespace rostrum::commands
