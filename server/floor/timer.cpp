#include "floor/timer.hpp"

#include <algorithm>

namespace rostrum {

Duration elapsed(const Timer& timer, Instant now) {
    return timer.elapsed_before + (timer.running_since ? now - *timer.running_since : Duration{0});
}

Duration remaining(const Timer& timer, Instant now) {
    return timer.allotted - elapsed(timer, now);
}

Duration warning(Duration allotted, Duration usual) {
    return std::min<Duration>(usual, allotted / 4);
}

Timer paused(Timer timer, Instant now) {
    timer.elapsed_before = elapsed(timer, now);
    timer.running_since.reset();
    return timer;
}

Timer running(Timer timer, Instant now) {
    if (!timer.running_since) timer.running_since = now;
    return timer;
}

}  // namespace rostrum
