#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/address.hpp"

/// Finds the sender of a request that came through a reverse proxy. Anybody can write the headers,
/// so only those of proxies that the operator names are trusted.
namespace rostrum::net {

/// The addresses of the trusted proxies.
class TrustedProxies {
public:
    /// Adds `192.0.2.1`, `2001:db8::/32` or `10.0.0.0/8`. Returns false for anything else.
    [[nodiscard]] bool add(std::string_view network);
    [[nodiscard]] bool hold(const Address& address) const;

private:
    struct Network {
        Address::Bytes first{};
        std::size_t bits = 0;
    };
    std::vector<Network> networks_;
};

/// As received; several lines of one header are joined by commas.
struct ForwardingHeaders {
    std::string x_forwarded_for{};
    std::string x_forwarded_host{};
    std::string x_forwarded_proto{};
    /// RFC 7239.
    std::string forwarded{};
};

/// Who sent a request, as far as trusted headers say.
struct Sender {
    Address address{};
    /// The host that the sender asked for; empty if no trusted proxy reported it.
    std::string host{};
    /// The sender's own connection used TLS.
    bool secure = false;
};

/// Returns the sender of a request that arrived from `nearest`: `nearest` itself, unless it is a
/// trusted proxy. In the chain that the proxies report, the sender is the last address that is not
/// one of ours: it could write everything before that. A request with both Forwarded and
/// X-Forwarded-For has one of them from the sender, so neither is trusted.
[[nodiscard]] Sender sender_of(const Address& nearest, const ForwardingHeaders& headers,
                               const TrustedProxies& proxies);

}  // namespace rostrum::net
