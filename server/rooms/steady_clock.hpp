#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "rooms/ports.hpp"

namespace rostrum::rooms {

/// What a clock showed at a moment of the machine, so that the next server can go on with it.
struct ClockMark {
    Instant at;
    std::chrono::nanoseconds since_boot{};
    /// Names the machine's boot; empty where no clock is to go on.
    std::string boot;
    friend bool operator==(const ClockMark&, const ClockMark&) = default;
};

/// The clock of a server: wall time once, when it is made, and the machine's time since boot from
/// there. A wall clock that is set right or wrong later moves no timer; a machine that slept has
/// let time pass. Where an earlier server has left a mark since the machine was booted, its clock
/// goes on, and wall time is not asked at all.
class SteadyClock : public Clock {
public:
    /// What the machine tells: since the Unix epoch, and since boot with its sleep counted in.
    struct Machine {
        std::function<std::chrono::nanoseconds()> wall;
        std::function<std::chrono::nanoseconds()> since_boot;
        /// Another one after each boot; empty where the machine tells none.
        std::string boot;
    };
    static Machine this_machine();

    /// Starts at wall time, or at `not_before` if that is later: the latest instant of the logs.
    /// One that is to go on never starts before its mark, even after another boot.
    explicit SteadyClock(Instant not_before, const std::optional<ClockMark>& mark = std::nullopt,
                         Machine machine = this_machine());

    [[nodiscard]] ClockMark mark();

    [[nodiscard]] Instant now() override;
    [[nodiscard]] double unix_ms_now() override;

private:
    [[nodiscard]] std::chrono::nanoseconds since_epoch() const;

    Machine machine_;
    /// What is added to the time since boot.
    std::chrono::nanoseconds anchor_;
};

}  // namespace rostrum::rooms
