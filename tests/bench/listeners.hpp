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

/// Clients of one server that all receive a change when the first of them sends a command.
class Listeners {
public:
    /// Connects them and, if they join, waits until all have Welcome.
    /// @throws std::runtime_error if that takes minutes.
    Listeners(std::uint16_t port, const std::vector<ClientOptions>& options);

    /// The first client sends the frame, and all receive one change.
    /// @returns the time until the last one has it.
    /// @throws std::runtime_error if that takes half a minute.
    std::chrono::nanoseconds broadcast(std::string_view frame);

    /// Only answers pings.
    void run_for(std::chrono::milliseconds time) { clients_.run_for(time); }

    [[nodiscard]] std::size_t count() const { return clients_.size(); }
    [[nodiscard]] std::chrono::nanoseconds joining_took() const { return joining_took_; }
    /// The mean size of the changes received, without WebSocket's headers.
    [[nodiscard]] double mean_change() const;

private:
    void note_change(std::string_view message);

    ClientPool clients_;
    std::chrono::nanoseconds joining_took_{};
    std::size_t changes_ = 0;
    std::size_t bytes_of_changes_ = 0;
};

/// A chair and this many screens of all roles: half use JSON, half Protocol Buffers.
[[nodiscard]] std::vector<ClientOptions> chair_and_screens(const Program& program,
                                                           std::size_t screens);

}  // namespace rostrum::bench
