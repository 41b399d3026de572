#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/address.hpp"

/// Where a request came from when it came through a reverse proxy: told by headers, which anybody
/// can write, and so believed only of the proxies that the operator has named.
namespace rostrum::net {

/// The addresses of the proxies that are believed.
class TrustedProxies {
public:
    /// Takes `192.0.2.1`, `2001:db8::/32` or `10.0.0.0/8` for one more. False for anything else.
    [[nodiscard]] bool add(std::string_view network);
    [[nodiscard]] bool hold(const Address& address) const;

private:
    struct Network {
        Address::Bytes first{};
        std::size_t bits = 0;
    };
    std::vector<Network> networks_;
};

/// As they came; the lines of one name joined by commas.
struct ForwardingHeaders {
    std::string x_forwarded_for{};
    std::string x_forwarded_host{};
    std::string x_forwarded_proto{};
    /// RFC 7239.
    std::string forwarded{};
};

/// Who sent a request, as far as that is known.
struct Sender {
    Address address{};
    /// What the sender called the server; empty where nobody who is believed told.
    std::string host{};
    /// The sender's own connection was over TLS.
    bool secure = false;
};

/// The sender of a request that came from `nearest`: that one, unless it is a proxy that is
/// believed. Of the chain that the proxies tell, the sender is the last that is no proxy of ours:
/// what stands before that was written by the sender. A request that has both ways of telling it
/// has one from the sender, and neither is believed.
[[nodiscard]] Sender sender_of(const Address& nearest, const ForwardingHeaders& headers,
                               const TrustedProxies& proxies);

}  // namespace rostrum::net
