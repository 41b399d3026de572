#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"

namespace rostrum::folding {

void fold(const FoldContext& context, const SpeakerNamed& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    // The log no longer has it: it was erased after this event.
    if (event.name.empty()) return;
    const Meeting* meeting = find(context.room, event.meeting);
    require(meeting != nullptr && find(*meeting, event.delegation) != nullptr,
            "a name belongs to a plate");
    context.room.names.edit()[plate] = event.name;
    context.room.withheld.erase(plate);
    programme_changed(context);
}

void fold(const FoldContext& context, const NameWithheld& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    context.room.names.edit().erase(plate);
    context.room.withheld[plate] = NameStanding::withheld;
    programme_changed(context);
}

void fold(const FoldContext& context, const NameErased& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    context.room.names.edit().erase(plate);
    context.room.withheld[plate] = NameStanding::erased;
    programme_changed(context);
}

}  // namespace rostrum::folding
