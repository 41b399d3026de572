#include "floor/commands/handlers.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const Undo& command) {
    if (room.memory.empty()) {
        return Refusal{RefusalCode::nothing_to_undo, "There is nothing to undo."};
    }
    if (room.memory.back().revision != command.act) {
        return Refusal{RefusalCode::stale,
                       "Somebody else acted first: check what Undo would take back now."};
    }
    return Events{ActUndone{command.act}};
}

}  // namespace rostrum::commands
