#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include <sys/types.h>

namespace rostrum::bench {

/// The baseline under any fan-out: a bare epoll that, whenever a client says anything, hands every
/// client one prepared WebSocket frame by one `send`. No handshake, no room, nothing durable. In a
/// process of its own, on the first processor, that ends with this one.
class BaselineServer {
public:
    /// @param payload bytes in the frame; the first is that of a Changed in Protocol Buffers.
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
