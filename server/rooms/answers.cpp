#include "rooms/answers.hpp"

#include <algorithm>
#include <utility>

namespace rostrum::rooms {

Refusal id_is_used() {
    return {RefusalCode::id_used,
            "Another command was sent under this id, so this was not done. Send it under a new "
            "id."};
}

Answer answer_again(const RecentCommands::Done& done, const CommandUse& use) {
    if (is_same(done.use, use)) return Accepted{done.revision};
    return id_is_used();
}

Refusal not_written(bool may_be_done) {
    if (may_be_done)
        return {RefusalCode::outcome_unknown,
                "The disk failed while this was being written: it may be done, or not. Look at the "
                "room, and try again."};
    return {RefusalCode::log_unavailable,
            "The record cannot be written now, so this was not done. Try again."};
}

Refusal breaks_a_rule() {
    return {RefusalCode::malformed,
            {"breaks_a_rule", "This would break a rule of the room, so nothing was changed."}};
}

Instant next_instant(const Room& room, Clock& clock) {
    const Instant now = clock.now();
    return has_open_meeting(room.proceedings) ? std::max(now, room.latest) : now;
}

Act next_act(const Room& room, Instant now, const Actor& actor, const CommandId& command,
             CommandKind kind, Events events) {
    return {
        Revision{room.revision.value + 1}, now, on_record(actor), command, kind, std::move(events)};
}

}  // namespace rostrum::rooms
