#pragma once

#include "chamber/ports.hpp"

namespace rostrum::chamber {

/// Stands where it is put, backwards too: the chamber must cope with that.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start) : time(start) {}
    Instant now() override { return time; }

    Instant time;
};

}  // namespace rostrum::chamber
