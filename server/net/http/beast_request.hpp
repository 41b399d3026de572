#pragma once

#include <optional>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/asio.hpp"
#include "net/forwarded.hpp"
#include "net/http/message.hpp"

/// Converts Beast's requests to those of the handlers.
namespace rostrum::net::http {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// The request's forwarding headers.
[[nodiscard]] ForwardingHeaders forwarding_of(const BeastRequest& request);

/// @param sender the sender according to trusted headers.
[[nodiscard]] Request plain(const BeastRequest& request, const Sender& sender);

/// Whether the body has an encoding other than `chunked`: where it ends is then unknown.
[[nodiscard]] bool has_unknown_encoding(const BeastRequest& request);

/// The answer to a malformed request.
[[nodiscard]] Response refusal_of(ErrorCode error);
[[nodiscard]] std::optional<Response> refusal_of(const BeastRequest& request);

}  // namespace rostrum::net::http
