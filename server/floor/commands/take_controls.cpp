#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const TakeControls& /*command*/) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (room.controls == Role::secretariat)
        return Refusal{RefusalCode::already_so, "The secretariat already has the controls."};
    return Events{ControlsPassed{Role::secretariat}};
}

}  // namespace rostrum::commands
