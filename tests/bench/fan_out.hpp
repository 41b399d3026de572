#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "bench/quartiles.hpp"

/// The cost of sending the chair's acts to all screens of a room, next to the baseline.
namespace rostrum::bench {

struct FanOutPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is created and removed.
    std::filesystem::path folder;
    /// Screens in one room. A process can hold some 19,000.
    std::size_t screens = 1000;
    /// Each measures the baseline and the program in turn.
    int rounds = 9;
    int taps = 20;
    /// Keeps the chair below the rate limit of a connection.
    std::chrono::milliseconds between_taps{25};
};

struct FanOutFigures {
    FanOutPlan plan;
    /// Bytes of a change: the mean over all screens.
    double change = 0;
    /// The time until all screens have the room, in milliseconds.
    double joining_ms = 0;
    /// The server's memory for each quiet connection.
    double bytes_a_connection = 0;
    /// Processor time for each delivered message, in microseconds: of the baseline, the program,
    /// and the program's loop thread alone.
    Quartiles baseline_us{};
    Quartiles program_us{};
    Quartiles loop_us{};
    /// The ratio to the baseline of the same round.
    Quartiles program_ratio{};
    Quartiles loop_ratio{};
    /// The time from the tap until the last screen has the change, in milliseconds.
    Quartiles baseline_last_ms{};
    Quartiles program_last_ms{};
    /// The disk's `fdatasync` of an act: its duration, and its processor time, which any durable
    /// server spends for each tap.
    Quartiles durable_ms{};
    Quartiles durable_us{};
    /// The ratio to the baseline of the same round, less one `fdatasync`.
    Quartiles last_ratio{};
};

/// @throws std::runtime_error if the program does not serve.
/// @pre no other thread runs
[[nodiscard]] FanOutFigures measure_fan_out(const FanOutPlan& plan);

/// Prints one figure a line with its quartiles.
void print(std::ostream& out, const FanOutFigures& figures);

}  // namespace rostrum::bench
