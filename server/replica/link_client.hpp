#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "replica/http_address.hpp"

namespace boost::asio {
class io_context;
}

namespace rostrum::replica {

/// Asks other servers over their links (link_server.hpp). All calls and callbacks happen on the
/// thread of `io`.
class LinkClient {
public:
    using Done = std::function<void(std::optional<std::string>)>;
    /// @throws UnusableSetting
    LinkClient(boost::asio::io_context& io, const TlsFiles& files);
    /// What waits is not called back any more.
    ~LinkClient();
    LinkClient(const LinkClient&) = delete;
    LinkClient& operator=(const LinkClient&) = delete;

    /// Calls `done` once, never from within ask: nullopt if there is no answer within this time.
    /// The question may be asked twice.
    void ask(const HttpAddress& server, std::string path, std::string body,
             std::chrono::milliseconds patience, Done done);

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::replica
