#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "replica/http_address.hpp"

namespace boost::asio {
class io_context;
}

namespace rostrum::replica {

/// Answers the other servers of the record: HTTPS with certificates on both sides. A path is a
/// question, a body its bytes. All calls and callbacks happen on the thread of `io`.
class LinkServer {
public:
    /// Ends a question; nullopt if this server cannot answer it now.
    using Reply = std::function<void(std::optional<std::string>)>;
    /// Calls `reply` once, now or later. What it throws refuses the question.
    using Handler = std::function<void(const std::string& body, Reply reply)>;

    /// Open connections; more are closed at once.
    static constexpr std::size_t most_connections = 64;
    /// Bytes of a question.
    static constexpr std::size_t most_asked = 8UL << 20U;

    /// Listens.
    /// @param address IP address
    /// @param port 0 takes a free one
    /// @param files an authority that signed the certificates of all servers, and of no one else;
    /// this server's certificate and key
    /// @throws UnusableSetting
    LinkServer(boost::asio::io_context& io, const std::string& address, std::uint16_t port,
               const TlsFiles& files);
    ~LinkServer();
    LinkServer(const LinkServer&) = delete;
    LinkServer& operator=(const LinkServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    void on(const std::string& path, Handler handler);

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::replica
