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

/// How long commands took until they were accepted.
struct Waits {
    std::vector<std::chrono::microseconds> sorted;
    /// Refused, or not answered at all.
    std::size_t lost = 0;

    /// @param share 0.99: so many of all took at most that long. Of at least one.
    [[nodiscard]] std::chrono::microseconds at(double share) const;
    /// `500 commands: half within 0.9 ms, 99 % within 3.1 ms, all within 8.4 ms; 0 lost`
    [[nodiscard]] std::string text() const;
};

/// A chair who sends one command after another, in a thread of its own, and takes the time of each
/// from sending it until it is accepted.
class TappingChair {
public:
    /// Taps from here on.
    /// @param token of a chair of the demonstration's room
    TappingChair(std::uint16_t port, const std::string& token,
                 std::chrono::milliseconds between_taps);
    ~TappingChair();
    TappingChair(const TappingChair&) = delete;
    TappingChair& operator=(const TappingChair&) = delete;

    [[nodiscard]] std::size_t taps() const { return taps_; }
    /// Ends the tapping. To be called once.
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
