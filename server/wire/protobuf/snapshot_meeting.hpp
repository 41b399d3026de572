#pragma once

#include "floor/meeting.hpp"
#include "rostrum/v1/snapshot.pb.h"

namespace rostrum::wire {

void write_meeting(const Meeting& meeting, v1::RoomSnapshot::Meeting& out);

/// @throws UnreadableRecord
[[nodiscard]] Meeting read_meeting(const v1::RoomSnapshot::Meeting& meeting);

}  // namespace rostrum::wire
