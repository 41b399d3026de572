#pragma once

#include "floor/event.hpp"
#include "rostrum/v1/event.pb.h"

namespace rostrum::wire {

void write_event(const Event& event, v1::Event& out);

/// @throws DecodeError for anything that this version does not know.
[[nodiscard]] Event read_event(const v1::Event& event);

}  // namespace rostrum::wire
