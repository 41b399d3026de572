#include "floor/commands/handlers.hpp"
#include "floor/commands/requirements.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const SetDisplay& command) {
    if (!is_founded(room)) {
        return Refusal{RefusalCode::meeting_not_open, "This room has no programme yet."};
    }
    if (command.display == room.display)
        return Refusal{RefusalCode::already_so, "The displays are already set like this."};
    return Events{DisplaySet{command.display}};
}

}  // namespace rostrum::commands
