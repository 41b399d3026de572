#include "floor/acts/acts.hpp"

namespace rostrum::acts {

Decision decide(const Room& room, const Undo& command) {
    if (room.memory.empty()) {
        return Refusal{RefusalCode::nothing_to_undo, "There is nothing to take back."};
    }
    if (room.memory.back().revision != command.act) {
        return Refusal{RefusalCode::stale,
                       "Somebody else acted first: look at what would be taken back now."};
    }
    return Events{ActUndone{command.act}};
}

}  // namespace rostrum::acts
