#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "net/context.hpp"
#include "net/loop.hpp"

namespace rostrum::net {

/// The address that a server listens on.
struct Listen {
    /// An IP address: `127.0.0.1`; `::` for all of IPv4 and IPv6.
    std::string address;
    /// 0 picks a free port.
    std::uint16_t port = 0;
};

/// Serves rooms over HTTP and WebSocket: docs/protocol.md. Call only on the loop's thread, or
/// before it runs. The context's references must outlive the server.
class Server {
public:
    /// Starts listening.
    /// @throws std::runtime_error with a sentence, if it cannot.
    Server(Loop& loop, const Listen& listen, Context context);
    /// Closes the remaining connections.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Accepts no more connections, says goodbye to every client, and calls `done` when all are
    /// gone, within `Limits::closing`. Call once.
    void stop(std::function<void()> done);

    /// Uses this certificate for new connections; existing ones keep theirs.
    void renew(std::shared_ptr<const TlsIdentity> tls);

    /// Serves one more room.
    void add(const RoomId& room, OpenRoom open);

    /// Screens that are connected have another room, role, name or scene.
    void assign(const std::vector<rooms::Grant>& screens);

    [[nodiscard]] const Metrics& metrics() const;

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::net
