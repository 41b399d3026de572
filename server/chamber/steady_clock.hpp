#pragma once

#include <chrono>
#include <functional>

#include "chamber/ports.hpp"

namespace rostrum::chamber {

/// The clock of a server: wall time once, when it is made, and the machine's time since boot from
/// there. A wall clock that is set right or wrong later moves no timer; a machine that slept has
/// let time pass.
class SteadyClock : public Clock {
public:
    /// What the machine tells: since the Unix epoch, and since boot with its sleep counted in.
    struct Machine {
        std::function<std::chrono::nanoseconds()> wall;
        std::function<std::chrono::nanoseconds()> since_boot;
    };
    static Machine this_machine();

    /// Starts at wall time, or at `not_before` if that is later: the latest instant of the logs.
    explicit SteadyClock(Instant not_before, Machine machine = this_machine());

    [[nodiscard]] Instant now() override;
    [[nodiscard]] double unix_ms_now() override;

private:
    [[nodiscard]] std::chrono::nanoseconds since_epoch() const;

    Machine machine_;
    /// What is added to the time since boot.
    std::chrono::nanoseconds anchor_;
};

}  // namespace rostrum::chamber
