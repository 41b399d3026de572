#include "floor/commands/handlers.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const Undo& command, const CommandContext& context) {
    if (room.memory.empty()) {
        return Refusal{RefusalCode::nothing_to_undo, "There is nothing to undo."};
    }
    if (room.memory.back().revision != command.act) {
        return Refusal{RefusalCode::stale,
                       "Somebody else acted first: check what Undo would take back now."};
    }
    const RememberedAct& last = room.memory.back();
    // The timers of that meeting would run from an instant that is still to come.
    if (context.now < last.at && has_open_meeting(last.before)) {
        return Refusal{RefusalCode::nothing_to_undo,
                       "The clock was set back since then, so the meeting cannot go on."};
    }
    return Events{ActUndone{command.act}};
}

}  // namespace rostrum::commands
