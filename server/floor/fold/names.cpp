#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"

namespace rostrum::folding {

namespace {

void programme_changed(const Place& place) {
    place.room.programme_revision = place.act.revision;
}

}  // namespace

void fold(const Place& place, const SpeakerNamed& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    // The log no longer has it: it was erased after this event.
    if (event.name.empty()) return;
    const Meeting* meeting = find(place.room, event.meeting);
    require(meeting != nullptr && find(*meeting, event.delegation) != nullptr,
            "a name belongs to a plate");
    place.room.names.edit()[plate] = event.name;
    place.room.withheld.erase(plate);
    programme_changed(place);
}

void fold(const Place& place, const NameWithheld& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    place.room.names.edit().erase(plate);
    place.room.withheld[plate] = NameStanding::withheld;
    programme_changed(place);
}

void fold(const Place& place, const NameErased& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    place.room.names.edit().erase(plate);
    place.room.withheld[plate] = NameStanding::erased;
    programme_changed(place);
}

}  // namespace rostrum::folding
