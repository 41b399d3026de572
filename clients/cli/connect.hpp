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

/// The stream's limit of 10 s goes on after it, for what is done next.
/// @throws system_error
[[nodiscard]] boost::asio::awaitable<void> connect(boost::beast::tcp_stream& stream,
                                                   const Target& target);
/// The same, and then it is known that the target is at the other end.
/// @throws Unreachable where it is not known to be
[[nodiscard]] boost::asio::awaitable<void> connect(TlsStream& stream, const Target& target);

}  // namespace rostrum::cli
