#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>

/// The cost of a room while a speaker speaks and nobody sends a command.
namespace rostrum::bench {

struct IdlePlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is created and removed.
    std::filesystem::path folder;
    std::size_t screens = 100;
    /// Longer than the silence after which the server pings a client.
    std::chrono::milliseconds lasts{30'000};
};

struct IdleFigures {
    IdlePlan plan;
    /// In percent of one processor.
    double processor_percent = 0;
    /// For each screen: pings only.
    double bytes_an_hour = 0;
};

/// @throws std::runtime_error if the program does not serve, or sends a screen more than pings.
/// @pre no other thread runs
[[nodiscard]] IdleFigures measure_idle(const IdlePlan& plan);

void print(std::ostream& out, const IdleFigures& figures);

}  // namespace rostrum::bench
