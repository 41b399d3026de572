#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>

/// What a crowd that sends the longest commands does to the chair.
namespace rostrum::bench {

struct LongCommandsPlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is created and removed.
    std::filesystem::path folder;
    /// The printed link whose token they have, and the longest body that its role may send.
    std::string heading = "Secretariat";
    std::size_t bytes = 64UL * 1024;
    /// Each sends by HTTP as much as its rate limit permits.
    std::size_t connections = 20;
    std::chrono::milliseconds between_taps{20};
    std::chrono::milliseconds lasts{10'000};
};

struct LongCommandsFigures {
    LongCommandsPlan plan;
    double answers_a_second = 0;
    /// The chair's time from command to answer, in milliseconds.
    double accepted_median_ms = 0;
    double accepted_p99_ms = 0;
};

/// @throws std::runtime_error if the program does not serve, or ends a connection.
/// @pre no other thread runs
[[nodiscard]] LongCommandsFigures measure_long_commands(const LongCommandsPlan& plan);

void print(std::ostream& out, const LongCommandsFigures& figures);

}  // namespace rostrum::bench
