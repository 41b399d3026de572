// A parsed request to the HTTP interface: one line each for the method, path, query, Authorization,
// Rostrum-Device, Rostrum-File-Name and If-None-Match, then the body.
#include <optional>

#include "../net/fakes.hpp"
#include "fuzz.hpp"
#include "net/http/api.hpp"

using namespace rostrum;

namespace {

net::http::Request request_of(std::string_view text) {
    const auto line = [&] { return std::string{fuzz::next_piece(text, "\n")}; };
    net::http::Request request;
    request.method = line();
    request.path = line();
    request.query = line();
    request.authorization = line();
    request.device = line();
    request.file_name = line();
    request.if_none_match = line();
    request.address = "127.0.0.1";
    request.host = "rostrum.local";
    request.body = text;
    return request;
}

bool ends_headers_once(const std::string& head) {
    return head.find("\r\n\r\n") == head.size() - 4;
}

}  // namespace

FUZZ_TARGET(http_request) {
    net::World world{[](const std::function<void()>& task) { task(); }};
    net::Context context = world.context();
    std::optional<net::http::Response> given;
    net::http::answer(context, request_of(fuzz::text_of(data, size)),
                      [&](net::http::Response response) {
                          fuzz::expect(!given.has_value(), "a request is answered once");
                          given = std::move(response);
                      });
    fuzz::expect(given.has_value(), "a request is answered");
    fuzz::expect(given->status < 500 && !net::http::status_phrase(given->status).empty(),
                 "no request causes a server error");
    fuzz::expect(ends_headers_once(net::http::head_of(*given, true)),
                 "no request injects headers into the response");
    return 0;
}
