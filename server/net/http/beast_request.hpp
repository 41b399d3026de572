#pragma once

#include <optional>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/asio.hpp"
#include "net/forwarded.hpp"
#include "net/http/message.hpp"

/// From what Beast has read to what the handlers see.
namespace rostrum::net::http {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// What the request's headers say of where it came from.
[[nodiscard]] ForwardingHeaders forwarding_of(const BeastRequest& request);

/// @param sender who sent it, as far as that is believed.
[[nodiscard]] Request plain(const BeastRequest& request, const Sender& sender);

/// What is to be answered to a request that cannot be read, or is none for this server.
[[nodiscard]] Response refusal_of(ErrorCode error);
[[nodiscard]] std::optional<Response> refusal_of(const BeastRequest& request);

}  // namespace rostrum::net::http
