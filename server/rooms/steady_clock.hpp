#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "rooms/ports.hpp"

namespace rostrum::rooms {

/// What the clock showed at an instant of the machine, so that the next server can continue it.
struct ClockMark {
    Instant at;
    std::chrono::nanoseconds since_boot{};
    /// Identifies the machine's boot; empty if the next server must not continue this clock.
    std::string boot;
    friend bool operator==(const ClockMark&, const ClockMark&) = default;
};

/// The clock of a server. It reads wall time, and counts the machine's time since boot from there:
/// later changes of the wall clock move no timer, and time passes while the machine sleeps. While
/// no timer needs it, follow_wall() corrects it, in either direction.
class SteadyClock : public Clock {
public:
    /// The machine's clocks: since the Unix epoch, and since boot, sleep included.
    struct Machine {
        std::function<std::chrono::nanoseconds()> wall;
        std::function<std::chrono::nanoseconds()> since_boot;
        /// Changes with each boot; empty if unknown.
        std::string boot;
    };
    static Machine this_machine();

    /// Starts at wall time.
    explicit SteadyClock(Machine machine = this_machine());

    /// Continues the clock of an earlier server, by which a meeting is open: from its mark, if the
    /// machine was not booted since; never before the mark or `not_before`, the meeting's last act.
    void resume(Instant not_before, const std::optional<ClockMark>& mark);

    /// Reads wall time again. Only while no meeting is open: it may move the clock back.
    void follow_wall();

    /// Follows another server's clock, which is ahead by so much; at most 5 ms a call, so that no
    /// screen sees a second jump. At once if that is asked for, or if 50 ms or more are missing.
    void approach(std::chrono::nanoseconds ahead, bool at_once);

    [[nodiscard]] ClockMark mark();

    [[nodiscard]] Instant now() override;
    [[nodiscard]] double unix_ms_now() override;

private:
    [[nodiscard]] std::chrono::nanoseconds since_epoch() const;

    Machine machine_;
    /// Added to the time since boot.
    std::chrono::nanoseconds anchor_;
};

}  // namespace rostrum::rooms
