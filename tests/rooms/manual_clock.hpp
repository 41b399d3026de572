#pragma once

#include "rooms/ports.hpp"

namespace rostrum::rooms {

/// Stands where it is put, backwards too: the room writer must cope with that.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start) : time(start) {}
    Instant now() override { return time; }

    Instant time;
};

}  // namespace rostrum::rooms
