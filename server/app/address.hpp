#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "net/forwarded.hpp"

namespace rostrum::app {

/// Where the server listens.
struct ListenAddress {
    /// An IPv4 or IPv6 address, without brackets.
    std::string host;
    /// 0: any free one.
    std::uint16_t port = 0;
    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// `192.0.2.1:8080` or `[::1]:8080`.
/// @throws Failure with a sentence, for anything else.
[[nodiscard]] ListenAddress parse_listen_address(std::string_view text);

/// `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`: each may tell whom it forwards.
/// @throws Failure with a sentence, for anything else.
[[nodiscard]] net::TrustedProxies parse_trusted_proxies(const std::vector<std::string>& texts);

/// The address under which the tablets of the room reach this server, as `http://host:port`, or
/// `https` where that is spoken: the one it listens at or, if that is any, this machine's on its
/// local network.
[[nodiscard]] std::string guess_public_url(const ListenAddress& listening, bool over_tls);

}  // namespace rostrum::app
