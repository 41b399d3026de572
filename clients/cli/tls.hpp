#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "cli/target.hpp"

namespace rostrum::cli {

using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

/// Modern TLS that trusts the authorities of the target's file, or else those of this machine.
/// @throws Unusable where the file holds none.
[[nodiscard]] boost::asio::ssl::context tls_for(const Target& target);

/// Of a stream that is connected; then it is known that the target is at the other end.
/// @throws Unreachable where it is not known to be, system_error where the connection ends.
[[nodiscard]] boost::asio::awaitable<void> shake_hands(TlsStream& stream, const Target& target);

}  // namespace rostrum::cli
