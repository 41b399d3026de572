#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>

/// What becomes of commands that come faster than they can be told.
namespace rostrum::bench {

struct FloodPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is made, and removed at the end.
    std::filesystem::path folder;
    /// In one room.
    std::size_t screens = 1000;
    /// Each gives its next command so long after the answer to the one before: together as many as
    /// the server lets them, 50 a second each.
    std::size_t chairs = 60;
    std::chrono::milliseconds between_taps{20};
    std::chrono::milliseconds lasts{5000};
};

struct FloodFigures {
    FloodPlan plan;
    double commands_a_second = 0;
    /// Of all screens together: by how many revisions they were brought on, and in how many frames.
    double updates_a_second = 0;
    double frames_a_second = 0;
    /// Of the one more chair, from the command to its answer, in milliseconds.
    double accepted_median_ms = 0;
    double accepted_p99_ms = 0;
};

/// @throws std::runtime_error where the program does not serve, or a screen was told a change that
///     does not follow what it holds, or does not hold the newest in the end.
/// @pre no other thread runs
[[nodiscard]] FloodFigures measure_flood(const FloodPlan& plan);

void print(std::ostream& out, const FloodFigures& figures);

}  // namespace rostrum::bench
