#include "floor/acts/acts.hpp"
#include "floor/acts/requirements.hpp"

namespace rostrum::acts {

Decision decide(const Room& room, const HandBackControls& /*command*/) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (room.controls == Role::chair)
        return Refusal{RefusalCode::already_so, "The chair already has the controls."};
    return Events{ControlsPassed{Role::chair}};
}

}  // namespace rostrum::acts
