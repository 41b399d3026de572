#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"

namespace rostrum::folding {

namespace {

void forget_hidden(Room& room, const PlateOfMeeting& plate) {
    if (room.hidden_names->contains(plate)) room.hidden_names.edit().erase(plate);
}

}  // namespace

void hide_name(Room& room, const PlateOfMeeting& plate, NameStanding standing) {
    room.withheld[plate] = standing;
    const auto name = room.names->find(plate);
    if (name == room.names->end()) return;
    room.hidden_names.edit()[plate] = name->second;
    room.names.edit().erase(plate);
}

void fold(const FoldContext& context, const SpeakerNamed& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    // The log no longer has it: it was erased after this event.
    if (event.name.empty()) return;
    const Meeting* meeting = find(context.room, event.meeting);
    require(meeting != nullptr && find(*meeting, event.delegation) != nullptr,
            "a name belongs to a plate");
    context.room.names.edit()[plate] = event.name;
    context.room.withheld.erase(plate);
    forget_hidden(context.room, plate);
    programme_changed(context);
}

void fold(const FoldContext& context, const NameWithheld& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    hide_name(context.room, plate, NameStanding::withheld);
    programme_changed(context);
}

void fold(const FoldContext& context, const NameErased& event) {
    const PlateOfMeeting plate{event.meeting, event.delegation};
    context.room.names.edit().erase(plate);
    forget_hidden(context.room, plate);
    context.room.withheld[plate] = NameStanding::erased;
    programme_changed(context);
}

}  // namespace rostrum::folding
