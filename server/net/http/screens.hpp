#pragma once

#include <string>

#include "net/http/api.hpp"
#include "wire/http.hpp"

/// Pairing, and how the secretariat manages the server's screens: docs/protocol.md.
namespace rostrum::net::http {

[[nodiscard]] wire::Access access_of(const rooms::Grant& grant);

// For everybody.
[[nodiscard]] Response begin_pairing(Context& context, const Request& request);
[[nodiscard]] Response fetch_pairing(Context& context, const Request& request);

// For the secretariat of any room of this server.
void list_screens(Context& context, const Request& request, Reply reply);
void admit_screen(Context& context, const Request& request, Reply reply);
void assign_screen(Context& context, const Request& request, const std::string& id, Reply reply);
void revoke_screen(Context& context, const Request& request, const std::string& id, Reply reply);
[[nodiscard]] Response identify_screen(Context& context, const Request& request,
                                       const std::string& id);

}  // namespace rostrum::net::http
