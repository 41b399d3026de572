#include "floor/planned_names.hpp"

#include <algorithm>

#include "floor/text.hpp"

namespace rostrum {

namespace {

/// Whether the name of another plate with this title was erased: it may be the one that is given.
bool shares_an_erased_title(const Room& room, const MeetingId& id, const PlannedDelegation& plate) {
    const Meeting* meeting = find(room, id);
    if (meeting == nullptr) return false;
    const std::string title = comparable(plate.title);
    return std::any_of(room.withheld.begin(), room.withheld.end(), [&](const auto& hidden) {
        const auto& [its_meeting, other] = hidden.first;
        if (its_meeting != id || other == plate.id || hidden.second != NameStanding::erased)
            return false;
        const Delegation* there = find(*meeting, other);
        return there != nullptr && comparable(there->title) == title;
    });
}

}  // namespace

PlannedNames::PlannedNames(const Room& room) : room_(room) {
    for (const auto& [plate, name] : *room.hidden_names)
        if (room.withheld.at(plate) == NameStanding::withheld) withheld_.insert(comparable(name));
}

NameOutcome PlannedNames::outcome(const MeetingId& meeting, const PlannedDelegation& plate,
                                  bool erased_plate_is_missing) const {
    if (plate.speaker_name.empty()) return NameOutcome::unchanged;
    const PlateOfMeeting key{meeting, plate.id};
    const auto hidden = room_.withheld.find(key);
    if (hidden != room_.withheld.end() && hidden->second == NameStanding::erased)
        return NameOutcome::stays_erased;
    if (hidden != room_.withheld.end() && hidden->second == NameStanding::withheld)
        return NameOutcome::stays_withheld;
    const auto shown = room_.names->find(key);
    if (shown != room_.names->end() && shown->second == plate.speaker_name)
        return NameOutcome::unchanged;
    if (is_withheld(plate.speaker_name)) return NameOutcome::withheld_too;
    const bool may_be_erased =
        erased_plate_is_missing || shares_an_erased_title(room_, meeting, plate);
    return may_be_erased ? NameOutcome::not_taken : NameOutcome::given;
}

bool PlannedNames::is_withheld(const std::string& name) const {
    return withheld_.contains(comparable(name));
}

bool lacks_an_erased_plate(const Room& room, const MeetingId& meeting,
                           const std::vector<PlannedDelegation>& panel) {
    return std::any_of(room.withheld.begin(), room.withheld.end(), [&](const auto& hidden) {
        const DelegationId& plate = hidden.first.second;
        return hidden.first.first == meeting && hidden.second == NameStanding::erased &&
               !has_plate(panel, plate);
    });
}

}  // namespace rostrum
