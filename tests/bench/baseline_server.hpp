#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include <sys/types.h>

namespace rostrum::bench {

/// The minimum cost of a fan-out: a bare epoll loop that, on any input from a client, sends every
/// client one prepared WebSocket frame by one `send`. It has no handshake, no room and no log. It
/// runs in its own process on the first processor and ends with this process.
class BaselineServer {
public:
    /// @param payload the frame's size in bytes; it looks like a Changed in Protocol Buffers.
    /// @throws std::system_error
    explicit BaselineServer(std::size_t payload);
    ~BaselineServer();
    BaselineServer(const BaselineServer&) = delete;
    BaselineServer& operator=(const BaselineServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// It has one thread.
    [[nodiscard]] std::chrono::nanoseconds processor_time() const;
    [[nodiscard]] std::chrono::nanoseconds loop_time() const { return processor_time(); }

private:
    pid_t pid_ = -1;
    std::uint16_t port_ = 0;
};

}  // namespace rostrum::bench
