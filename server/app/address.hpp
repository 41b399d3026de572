#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "net/forwarded.hpp"
#include "net/http/host_names.hpp"

namespace rostrum::app {

/// The address that the server listens on.
struct ListenAddress {
    /// An IPv4 or IPv6 address, without brackets.
    std::string host;
    /// 0: any free port.
    std::uint16_t port = 0;
    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// `192.0.2.1:8080` or `[::1]:8080`.
/// @throws Failure with a sentence, for anything else.
[[nodiscard]] ListenAddress parse_listen_address(std::string_view text);

/// Reads the trusted proxies: `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`.
/// @throws Failure with a sentence, for anything else.
[[nodiscard]] net::TrustedProxies parse_trusted_proxies(const std::vector<std::string>& texts);

/// This server's names: those given, that of the public URL, and this machine's own, which its
/// network may know as `name.local`.
[[nodiscard]] net::http::HostNames host_names(const std::vector<std::string>& given,
                                              std::string_view public_url);

/// The URL by which the room's tablets reach this server, `http://host:port` or, with TLS,
/// `https://…`: the listening address or, if that is any, this machine's address on the local
/// network.
[[nodiscard]] std::string guess_public_url(const ListenAddress& listening, bool over_tls);

}  // namespace rostrum::app
