#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "bench/quartiles.hpp"

/// What it costs to tell all screens of a room what its chair did, beside the baseline.
namespace rostrum::bench {

struct FanOutPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is made, and removed at the end.
    std::filesystem::path folder;
    /// In one room. A process holds at most some 19,000.
    std::size_t screens = 1000;
    /// In each, the baseline and the program are measured one after the other.
    int rounds = 9;
    int taps = 20;
    /// The chair's, fewer than the server lets one connection say.
    std::chrono::milliseconds between_taps{25};
};

struct FanOutFigures {
    FanOutPlan plan;
    /// Bytes of a change, the mean of all screens.
    double change = 0;
    /// Until all screens held the room, in milliseconds.
    double joining_ms = 0;
    /// What the server holds for each of them while they are quiet.
    double bytes_a_connection = 0;
    /// Processor time for each delivered message, in microseconds: of the baseline, of the program,
    /// and of the program's one thread of all connections.
    Quartiles baseline_us{};
    Quartiles program_us{};
    Quartiles loop_us{};
    /// Of the same round, to the baseline's.
    Quartiles program_ratio{};
    Quartiles loop_ratio{};
    /// From the tap until the last screen was told, in milliseconds.
    Quartiles baseline_last_ms{};
    Quartiles program_last_ms{};
    /// The disk's own `fdatasync` of an act: until it is done, and the processor time that even the
    /// barest server would spend on one for each tap.
    Quartiles durable_ms{};
    Quartiles durable_us{};
    /// Of the same round, without one `fdatasync`, to the baseline's.
    Quartiles last_ratio{};
};

/// @throws std::runtime_error where the program does not serve.
/// @pre no other thread runs
[[nodiscard]] FanOutFigures measure_fan_out(const FanOutPlan& plan);

/// A figure a line, each with its spread.
void print(std::ostream& out, const FanOutFigures& figures);

}  // namespace rostrum::bench
