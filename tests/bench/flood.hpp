#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>

/// The fate of commands that arrive faster than the fan-out sends them.
namespace rostrum::bench {

struct FloodPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is created and removed.
    std::filesystem::path folder;
    /// Screens in one room.
    std::size_t screens = 1000;
    /// Each sends its next command this long after the last answer: together they reach the rate
    /// limit of 50 a second each.
    std::size_t chairs = 60;
    std::chrono::milliseconds between_taps{20};
    std::chrono::milliseconds lasts{5000};
};

struct FloodFigures {
    FloodPlan plan;
    double commands_a_second = 0;
    /// All screens together: the revisions they advanced, and the frames that took.
    double updates_a_second = 0;
    double frames_a_second = 0;
    /// One more chair's time from command to answer, in milliseconds.
    double accepted_median_ms = 0;
    double accepted_p99_ms = 0;
};

/// @throws std::runtime_error if the program does not serve, if a screen receives a change that
/// does not follow its revision, or if one lacks the newest revision at the end.
/// @pre no other thread runs
[[nodiscard]] FloodFigures measure_flood(const FloodPlan& plan);

void print(std::ostream& out, const FloodFigures& figures);

}  // namespace rostrum::bench
