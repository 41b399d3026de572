#include "net/http/cross_origin.hpp"

#include <string>

#include "net/http/routes.hpp"

namespace rostrum::net::http {

bool is_of_our_servers(const ServerList& servers, const Request& request) {
    return is_same_site(request) || servers.holds(request.origin);
}

std::optional<Response> preflight(const ServerList& servers, const Request& request) {
    if (request.method != "OPTIONS" || !request.path.starts_with(interface_prefix) ||
        !servers.holds(request.origin))
        return std::nullopt;
    Response response = no_content();
    response.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
    response.headers.emplace_back("Access-Control-Allow-Headers",
                                  "Authorization, Content-Type, Rostrum-Device, Rostrum-File-Name");
    response.headers.emplace_back("Access-Control-Max-Age", "600");
    return response;
}

void let_read(const ServerList& servers, const BeastRequest& request, Response& response) {
    const auto origin = request[boost::beast::http::field::origin];
    const std::string text{origin.data(), origin.size()};
    if (!servers.holds(text) || !request.target().starts_with(interface_prefix)) return;
    response.headers.emplace_back("Access-Control-Allow-Origin", text);
    response.headers.emplace_back("Vary", "Origin");
}

}  // namespace rostrum::net::http
