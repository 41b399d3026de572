#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "net/context.hpp"
#include "net/loop.hpp"

namespace rostrum::net {

/// Where a server listens.
struct Listen {
    /// An IP address: `127.0.0.1`; `::` for all, of both kinds.
    std::string address;
    /// 0: any that is free.
    std::uint16_t port = 0;
};

/// Serves rooms over HTTP and WebSocket: docs/protocol.md. All calls on the loop's thread, or
/// before it runs. What the context refers to outlives the server.
class Server {
public:
    /// Listens from here on.
    /// @throws std::runtime_error with a sentence, if it cannot.
    Server(Loop& loop, const Listen& listen, Context context);
    /// Connections that are still there are cut.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Takes no more connections, tells every client, and calls `done` when all have gone, within
    /// `Limits::closing`. Once.
    void stop(std::function<void()> done);

    /// Over TLS: connections that come from now on are shown this certificate, those that are there
    /// keep theirs.
    void renew(std::shared_ptr<const TlsIdentity> tls);

    [[nodiscard]] const Metrics& metrics() const;

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::net
