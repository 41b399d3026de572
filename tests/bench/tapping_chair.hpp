#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "bench/client_pool.hpp"

namespace rostrum::bench {

/// The times until commands were accepted.
struct Waits {
    std::vector<std::chrono::microseconds> sorted;
    /// Refused or unanswered.
    std::size_t lost = 0;

    /// @param share 0.99 for the 99th percentile.
    /// @pre at least one command
    [[nodiscard]] std::chrono::microseconds at(double share) const;
    /// `500 commands: half within 0.9 ms, 99 % within 3.1 ms, all within 8.4 ms; 0 lost`
    [[nodiscard]] std::string text() const;
};

/// A chair that sends one command after another in its own thread and measures the time until each
/// is accepted.
class TappingChair {
public:
    /// Starts tapping.
    /// @param token of a chair of the demonstration's room
    TappingChair(std::uint16_t port, const std::string& token,
                 std::chrono::milliseconds between_taps);
    ~TappingChair();
    TappingChair(const TappingChair&) = delete;
    TappingChair& operator=(const TappingChair&) = delete;

    [[nodiscard]] std::size_t taps() const { return taps_; }
    /// Stops tapping. Call it once.
    [[nodiscard]] Waits waits();

private:
    void tap(std::uint16_t port, const ClientOptions& chair,
             std::chrono::milliseconds between_taps);

    std::atomic<bool> enough_ = false;
    std::atomic<std::size_t> taps_ = 0;
    Waits waits_;
    std::thread thread_;
};

}  // namespace rostrum::bench
