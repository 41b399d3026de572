#include "net/http/problem.hpp"

#include <memory>
#include <string>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "wire/http.hpp"

namespace rostrum::net::http {
namespace {

int status_of(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
            return 400;
        case RefusalCode::not_permitted:
            return 403;
        case RefusalCode::log_unavailable:
        case RefusalCode::outcome_unknown:
        case RefusalCode::busy:
            return 503;
        default:
            return 409;
    }
}

}  // namespace

Response problem(int status, std::string_view code, const Explanation& detail) {
    namespace json = boost::json;
    json::object body{{"type", "about:blank"},
                      {"title", status_phrase(status)},
                      {"status", status},
                      {"code", code},
                      {"detail", detail.english}};
    if (!detail.code.empty()) {
        body["reason"] = detail.code;
        json::array& particulars = body["particulars"].emplace_array();
        for (const auto& [name, value] : detail.particulars)
            particulars.push_back(json::object{{"name", name}, {"value", value}});
    }
    return {.status = status,
            .content_type = "application/problem+json",
            .body = std::make_shared<const std::string>(json::serialize(body))};
}

Response too_many_connections() {
    return problem(503, "TOO_MANY_CONNECTIONS",
                   {"too_many_connections", "There are too many connections."});
}

Response unknown_encoding() {
    return problem(501, "UNKNOWN_ENCODING", "Send the body as it is, or in chunks.");
}

Response unknown_host() {
    return problem(421, "UNKNOWN_HOST",
                   "This server does not know that name as its own. Open it by its IP address, or "
                   "add the name with --host-name.");
}

Response over_tls_only(const Request& request) {
    const bool is_page = request.method == "GET" || request.method == "HEAD";
    if (!is_page || request.host.empty() || request.path.starts_with("/api/"))
        return problem(400, "TLS_REQUIRED", "This server speaks https and wss only.");
    const std::string query = request.query.empty() ? "" : "?" + request.query;
    Response response{.status = 308};
    response.headers.emplace_back("Location", "https://" + request.host + request.path + query);
    return response;
}

Response too_much_work() {
    Response response = problem(
        503, "BUSY", {"busy", "Other files and reports are in hand. Try again in some seconds."});
    response.headers.emplace_back("Retry-After", "5");
    return response;
}

Response problem(const Refusal& refusal) {
    return problem(status_of(refusal.code), wire::refusal_code_name(refusal.code), refusal.text);
}

}  // namespace rostrum::net::http
