#include "net/http/beast_request.hpp"

#include <string>
#include <string_view>

#include <boost/beast/http/error.hpp>

#include "net/http/problem.hpp"

namespace rostrum::net::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;

std::string_view text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

std::string_view query_of(std::string_view target) {
    const auto mark = target.find('?');
    return mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
}

/// Joins all lines of one header.
std::string joined(const BeastRequest& request, beast::string_view name) {
    std::string all;
    const auto [first, end] = request.equal_range(name);
    for (auto line = first; line != end; ++line)
        all.append(all.empty() ? "" : ",").append(text_of(line->value()));
    return all;
}

}  // namespace

ForwardingHeaders forwarding_of(const BeastRequest& request) {
    return {.x_forwarded_for = joined(request, "X-Forwarded-For"),
            .x_forwarded_host = joined(request, "X-Forwarded-Host"),
            .x_forwarded_proto = joined(request, "X-Forwarded-Proto"),
            .forwarded = joined(request, "Forwarded")};
}

Request plain(const BeastRequest& request, const Sender& sender, std::string_view identity_header) {
    const auto header = [&](auto name) { return std::string{text_of(request[name])}; };
    const beast::string_view identity{identity_header.data(), identity_header.size()};
    const std::string_view target = text_of(request.target());
    return {.method = std::string{text_of(request.method_string())},
            .path = std::string{target.substr(0, target.find('?'))},
            .query = std::string{query_of(target)},
            .authorization = header(field::authorization),
            .host = sender.host.empty() ? header(field::host) : sender.host,
            .origin = header(field::origin),
            .fetch_site = header("Sec-Fetch-Site"),
            .if_none_match = header(field::if_none_match),
            .accept_encoding = joined(request, "Accept-Encoding"),
            .device = header("Rostrum-Device"),
            .file_name = header("Rostrum-File-Name"),
            .address = sender.address.text(),
            .secure = sender.secure,
            .forwarded_host = sender.host,
            .identity = identity_header.empty() ? "" : header(identity),
            .body = request.body()};
}

bool has_unknown_encoding(const BeastRequest& request) {
    return request.count(field::transfer_encoding) > 0 &&
           !beast::iequals(joined(request, "Transfer-Encoding"), "chunked");
}

Response refusal_of(ErrorCode error) {
    if (error == beast::http::error::header_limit)
        return problem(431, "TOO_LARGE", "The request's headers are too long.");
    if (error == beast::http::error::body_limit)
        return problem(413, "TOO_LARGE", "The request's body is too long.");
    return problem(400, "MALFORMED", "Malformed HTTP request.");
}

std::optional<Response> refusal_of(const BeastRequest& request) {
    const std::size_t hosts = request.count(field::host);
    const bool is_path = text_of(request.target()).starts_with('/');
    if (is_path && (hosts == 1 || (hosts == 0 && request.version() == 10))) return std::nullopt;
    return problem(400, "MALFORMED", "The request needs a path and exactly one Host header.");
}

std::optional<Response> refusal_of_identity(const BeastRequest& request,
                                            std::string_view identity_header, bool is_trusted) {
    if (identity_header.empty()) return std::nullopt;
    const std::size_t said =
        request.count(beast::string_view{identity_header.data(), identity_header.size()});
    if (said == 0 || (said == 1 && is_trusted)) return std::nullopt;
    if (is_trusted) return problem(400, "MALFORMED", "The request names two identities.");
    return problem(403, "FOREIGN_IDENTITY",
                   "Only a trusted proxy may say who signed on: --trusted-proxy names those.");
}

}  // namespace rostrum::net::http
