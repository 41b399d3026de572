#pragma once

#include <optional>

#include "net/http/beast_request.hpp"
#include "net/http/message.hpp"
#include "net/server_list.hpp"

/// A page of one server of a record may talk to the others, and no page of any other site may.
namespace rostrum::net::http {

/// Whether a page of this server or of another of the record sent it, or no page.
[[nodiscard]] bool is_of_our_servers(const ServerList& servers, const Request& request);

/// The answer to a browser that asks whether a page of another server may send a request; nullopt
/// if it asks for a page of another site, or asks something else.
[[nodiscard]] std::optional<Response> preflight(const ServerList& servers, const Request& request);

/// Lets a page of another server read the answer.
/// Only the interface's answers are read by other pages.
void let_read(const ServerList& servers, const BeastRequest& request, Response& response);

}  // namespace rostrum::net::http
