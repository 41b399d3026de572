#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iosfwd>

/// What a room costs while a speaker speaks and nobody touches anything.
namespace rostrum::bench {

struct IdlePlan {
    /// The program that is measured.
    std::filesystem::path program;
    /// Where its data folder is made, and removed at the end.
    std::filesystem::path folder;
    std::size_t screens = 100;
    /// Longer than a client may be silent before it is asked whether it is there.
    std::chrono::milliseconds lasts{30'000};
};

struct IdleFigures {
    IdlePlan plan;
    /// Of one processor, in percent.
    double processor_percent = 0;
    /// To each screen: keep-alives, and nothing else.
    double bytes_an_hour = 0;
};

/// @throws std::runtime_error where the program does not serve, or says anything to a screen but
///     that it asks whether it is there.
/// @pre no other thread runs
[[nodiscard]] IdleFigures measure_idle(const IdlePlan& plan);

void print(std::ostream& out, const IdleFigures& figures);

}  // namespace rostrum::bench
