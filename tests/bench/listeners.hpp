#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/client_pool.hpp"

namespace rostrum::bench {

class Program;

/// Clients of one server who are all told when the first of them says something.
class Listeners {
public:
    /// Connects them and, where they join, waits until all are welcome.
    /// @throws std::runtime_error when that takes minutes.
    Listeners(std::uint16_t port, const std::vector<ClientOptions>& options);

    /// The first one says it; each is told one change.
    /// @returns how long it took until the last one was.
    /// @throws std::runtime_error when that takes half a minute.
    std::chrono::nanoseconds broadcast(std::string_view frame);

    /// Answers pings, and nothing else.
    void be_quiet_for(std::chrono::milliseconds time) { clients_.run_for(time); }

    [[nodiscard]] std::size_t count() const { return clients_.size(); }
    [[nodiscard]] std::chrono::nanoseconds joining_took() const { return joining_took_; }
    /// Of the changes that they were told, without WebSocket's own bytes.
    [[nodiscard]] double mean_change() const;

private:
    void heard(std::string_view message);

    ClientPool clients_;
    std::chrono::nanoseconds joining_took_{};
    std::size_t changes_ = 0;
    std::size_t bytes_of_changes_ = 0;
};

/// A chair, and so many screens of every role that a room has: half of them speak JSON, and half
/// Protocol Buffers.
[[nodiscard]] std::vector<ClientOptions> chair_and_screens(const Program& program,
                                                           std::size_t screens);

}  // namespace rostrum::bench
