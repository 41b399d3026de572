#pragma once

#include "floor/programme.hpp"
#include "rostrum/v1/programme.pb.h"

namespace rostrum::wire {

/// The reverse of read_programme.
void write_programme(const Programme& programme, v1::Programme& out);
void write_room(const PlannedRoom& room, v1::PlannedRoom& out);

}  // namespace rostrum::wire
