#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "bench/spread.hpp"

/// What it costs to tell all screens of a room what its chair did, beside the floor.
namespace rostrum::bench {

struct FanOutPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is made, and removed at the end.
    std::filesystem::path folder;
    /// In one room. A process holds at most some 19,000.
    std::size_t screens = 1000;
    /// In each, the floor and the program are measured one after the other.
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
    /// Processor time for each delivered message, in microseconds: of the floor, of the program,
    /// and of the program's one thread of all connections.
    Spread floor_us{};
    Spread program_us{};
    Spread loop_us{};
    /// Of the same round, to the floor's.
    Spread program_ratio{};
    Spread loop_ratio{};
    /// From the tap until the last screen was told, in milliseconds.
    Spread floor_last_ms{};
    Spread program_last_ms{};
    /// The disk's own `fdatasync` of an act: until it is done, and the processor time that even the
    /// barest server would spend on one for each tap.
    Spread durable_ms{};
    Spread durable_us{};
    /// Of the same round, without one `fdatasync`, to the floor's.
    Spread last_ratio{};
};

/// @throws std::runtime_error where the program does not serve.
/// @pre no other thread runs
[[nodiscard]] FanOutFigures measure_fan_out(const FanOutPlan& plan);

/// A figure a line, each with its spread.
void print(std::ostream& out, const FanOutFigures& figures);

}  // namespace rostrum::bench
