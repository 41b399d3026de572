#include <string>

#include "floor/commands/handlers.hpp"
#include "floor/text.hpp"

namespace rostrum::commands {

namespace {

bool has_plate(const Room& room, const PlateOfMeeting& plate) {
    const Meeting* meeting = find(room, plate.first);
    return meeting != nullptr && find(*meeting, plate.second) != nullptr;
}

/// The same name at plates that were removed: no screen shows them, so nobody else would erase it.
void erase_at_removed_plates(const Room& room, const PlateOfMeeting& erased, Events& events) {
    const auto name = room.hidden_names->find(erased);
    if (name == room.hidden_names->end()) return;
    const std::string same = comparable(name->second);
    for (const auto& [plate, hidden] : *room.hidden_names)
        if (plate != erased && !has_plate(room, plate) && comparable(hidden) == same)
            events.emplace_back(NameErased{plate.first, plate.second});
}

}  // namespace

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
    Events events;
    erase_at_removed_plates(room, plate, events);
    events.emplace_back(NameErased{command.meeting, command.delegation});
    return events;
}

}  // namespace rostrum::commands
