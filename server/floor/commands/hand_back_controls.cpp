#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const HandBackControls& /*command*/) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (room.controls == Role::chair)
        return Refusal{RefusalCode::already_so, "The chair already has the controls."};
    return Events{ControlsPassed{Role::chair}};
}

}  // namespace rostrum::commands
