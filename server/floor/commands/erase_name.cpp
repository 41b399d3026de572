#include "floor/commands/handlers.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const EraseName& command) {
    // The plate itself may be gone by now.
    const PlateOfMeeting plate{command.meeting, command.delegation};
    const auto withheld = room.withheld.find(plate);
    if (withheld != room.withheld.end() && withheld->second == NameStanding::erased)
        return Refusal{RefusalCode::name_erased, "This name is already erased."};
    // Withholding comes first: two acts, so that no slip erases.
    if (withheld == room.withheld.end()) {
        return Refusal{RefusalCode::no_name,
                       "Withhold the name first; then it can be erased for good."};
    }
    return Events{NameErased{command.meeting, command.delegation}};
}

}  // namespace rostrum::commands
