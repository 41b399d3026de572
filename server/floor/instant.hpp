#pragma once

#include <chrono>
#include <cstdint>

/// Time as a value that the caller passes in. Nothing here reads a clock.
namespace rostrum {

/// A length of time, in milliseconds.
using Duration = std::chrono::milliseconds;

/// The room's clock: milliseconds since the Unix epoch, never running backwards. It has no now():
/// the caller of the rules passes the instant in.
struct RoomClock {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<RoomClock>;
    static constexpr bool is_steady = true;
};

/// A point in time of the room's clock.
using Instant = RoomClock::time_point;

constexpr Instant instant_from_unix_ms(std::int64_t milliseconds) {
    return Instant{Duration{milliseconds}};
}

constexpr std::int64_t unix_ms(Instant instant) {
    return instant.time_since_epoch().count();
}

}  // namespace rostrum
