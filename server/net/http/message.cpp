#include "net/http/message.hpp"

#include <algorithm>
#include <memory>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

namespace rostrum::net::http {
namespace {

namespace beast = boost::beast;

// For every response: our pages load nothing from elsewhere, run nothing inline, send no form,
// appear in no other site's frame, and share no window with another site's page.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "form-action 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: SAMEORIGIN\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

constexpr std::string_view connect_self = "connect-src 'self'";
constexpr std::size_t connect_end = security_headers.find(connect_self) + connect_self.size();

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

/// The host without the port that its scheme has anyway.
std::string_view without_port(std::string_view host, bool secure) {
    const std::string_view port = secure ? ":443" : ":80";
    return host.ends_with(port) ? host.substr(0, host.size() - port.size()) : host;
}

Response with_body(std::string content_type, std::string body) {
    return {.content_type = std::move(content_type),
            .body = std::make_shared<const std::string>(std::move(body))};
}

}  // namespace

Response json(std::string body) {
    return with_body("application/json", std::move(body));
}

Response no_content() {
    return {.status = 204};
}

Response plain_text(std::string body) {
    return with_body("text/plain; charset=utf-8", std::move(body));
}

std::string_view status_phrase(int status) {
    return beast::http::obsolete_reason(beast::http::int_to_status(static_cast<unsigned>(status)));
}

std::string head_of(const Response& response, bool keep_alive, std::string_view connect_sources) {
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
    out.append(status_phrase(response.status)).append("\r\n");
    if (!response.content_type.empty()) append(out, "Content-Type", response.content_type);
    if (response.status != 304 && response.status != 204)
        append(out, "Content-Length", std::to_string(response.body ? response.body->size() : 0));
    const bool may_be_stored =
        std::any_of(response.headers.begin(), response.headers.end(),
                    [](const auto& header) { return header.first == "Cache-Control"; });
    if (!may_be_stored) append(out, "Cache-Control", "no-store");
    for (const auto& [name, value] : response.headers) append(out, name, value);
    append(out, "Connection", keep_alive ? "keep-alive" : "close");
    return out.append(security_headers.substr(0, connect_end))
        .append(connect_sources)
        .append(security_headers.substr(connect_end))
        .append("\r\n");
}

std::string_view bearer_token(const Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view value = request.authorization;
    if (!beast::iequals(value.substr(0, scheme.size()), scheme)) return {};
    return value.substr(scheme.size());
}

std::string forwarded_origin(const Request& request) {
    if (request.forwarded_host.empty()) return {};
    return (request.secure ? "https://" : "http://") + request.forwarded_host;
}

bool is_same_site(const Request& request) {
    const std::string& from = request.fetch_site;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && !from.empty() && from != "same-origin" && from != "none") return false;
    if (request.origin.empty()) return true;
    const std::string_view scheme = request.secure ? "https://" : "http://";
    const std::string_view origin = request.origin;
    if (!origin.starts_with(scheme) || request.host.empty()) return false;
    return beast::iequals(without_port(origin.substr(scheme.size()), request.secure),
                          without_port(request.host, request.secure));
}

}  // namespace rostrum::net::http
