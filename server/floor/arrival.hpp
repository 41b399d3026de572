#pragma once

#include "floor/decide.hpp"
#include "floor/ids.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// What the room does that a meeting moves to: it plans the meeting with all that it has in the
/// other room, or refuses.
/// @pre the other room lets it go: it accepts MoveToRoom.
[[nodiscard]] Decision arrival(const Room& room, const Room& from, const MeetingId& id);

/// Notes in the act of the room that it leaves what the other one is called.
void name_new_room(Events& leaving, const Room& to);

}  // namespace rostrum
