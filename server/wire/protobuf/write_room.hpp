#pragma once

#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "rostrum/v1/room.pb.h"

namespace rostrum::wire {

/// Sets the sections that this view may see.
void write_room(const Room& room, View view, v1::Room& out);

void write_agenda(const Room& room, v1::Agenda& out);

}  // namespace rostrum::wire
