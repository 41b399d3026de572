#pragma once

#include "rooms/ports.hpp"

namespace rostrum::rooms {

/// Shows the time it is set to. It may run backwards: the room writer must cope with that.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start) : time(start) {}
    Instant now() override { return time; }

    Instant time;
};

}  // namespace rostrum::rooms
