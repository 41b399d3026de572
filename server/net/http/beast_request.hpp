#pragma once

#include <optional>
#include <string_view>

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
/// @param identity_header as of Context
[[nodiscard]] Request plain(const BeastRequest& request, const Sender& sender,
                            std::string_view identity_header = {});

/// Whether the body has an encoding other than `chunked`: where it ends is then unknown.
[[nodiscard]] bool has_unknown_encoding(const BeastRequest& request);

/// The answer to a malformed request.
[[nodiscard]] Response refusal_of(ErrorCode error);
[[nodiscard]] std::optional<Response> refusal_of(const BeastRequest& request);
/// Refuses an identity that comes from anybody but a trusted proxy, or more than once: it could
/// open anybody's card.
[[nodiscard]] std::optional<Response> refusal_of_identity(const BeastRequest& request,
                                                          std::string_view identity_header,
                                                          bool is_trusted);

}  // namespace rostrum::net::http
