#pragma once

#include <chrono>

#include "net/limits.hpp"

namespace rostrum::net {

/// Decides, by when the client was last heard, whether to ping it or to give it up.
class KeepAlive {
public:
    using Moment = std::chrono::steady_clock::time_point;
    enum class Verdict { alive, ping, dead };

    explicit KeepAlive(Moment now) : heard_(now) {}

    void heard(Moment now) {
        heard_ = now;
        pinged_ = false;
    }

    /// Returns `ping` once for each silence.
    [[nodiscard]] Verdict check_timeouts(Moment now, const Limits& limits) {
        const auto silent = now - heard_;
        if (silent >= limits.dead_after) return Verdict::dead;
        if (silent < limits.ping_after || pinged_) return Verdict::alive;
        pinged_ = true;
        return Verdict::ping;
    }

private:
    Moment heard_;
    bool pinged_ = false;
};

}  // namespace rostrum::net
