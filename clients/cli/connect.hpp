#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "cli/target.hpp"

namespace rostrum::cli {

using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

/// TLS 1.2 or later that trusts the authorities of the target's file, or else those of this
/// machine.
/// @throws Unusable if the file holds none.
[[nodiscard]] boost::asio::ssl::context tls_for(const Target& target);

/// Connects within 10 s; the limit continues for what the caller does next.
/// @throws system_error
[[nodiscard]] boost::asio::awaitable<void> connect(boost::beast::tcp_stream& stream,
                                                   const Target& target);
/// The same, and then it is known that the target is at the other end.
/// @throws Unreachable where it is not known to be
[[nodiscard]] boost::asio::awaitable<void> connect(TlsStream& stream, const Target& target);

}  // namespace rostrum::cli
