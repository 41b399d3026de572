#include "net/http/files.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "net/http/accept_encoding.hpp"
#include "net/http/problem.hpp"

namespace rostrum::net::http {
namespace {

// Cached files are revalidated each time and answered with 304, except those whose names change
// with their content.
constexpr std::string_view ask_again = "no-cache";
constexpr std::string_view keep_for_good = "public, max-age=31536000, immutable";

bool holds(const std::string& if_none_match, const std::string& etag) {
    return if_none_match == "*" || if_none_match.find(etag) != std::string::npos;
}

/// The ETag of a variant: other bytes or headers, another tag.
std::string variant_tag(std::string etag, std::string_view suffix) {
    return etag.insert(etag.size() - 1, suffix);
}

Response found(const Asset& asset, const Request& request, std::string_view etag_suffix) {
    const bool compressed = asset.gzipped && accepts_gzip(request.accept_encoding);
    std::string etag = compressed ? variant_tag(asset.etag, "-gzip") : asset.etag;
    if (!asset.immutable) etag = variant_tag(std::move(etag), etag_suffix);
    Response response;
    response.headers.emplace_back("ETag", etag);
    if (asset.gzipped) response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control", asset.immutable ? keep_for_good : ask_again);
    if (holds(request.if_none_match, etag)) {
        response.status = 304;
        return response;
    }
    response.content_type = asset.content_type;
    if (compressed) response.headers.emplace_back("Content-Encoding", "gzip");
    response.body = compressed ? asset.gzipped : asset.bytes;
    return response;
}

}  // namespace

Response file(const Assets& assets, const Request& request, std::string_view etag_suffix) {
    const bool is_folder = request.path.ends_with('/');
    const std::string path = is_folder ? request.path + "index.html" : request.path;
    if (const Asset* asset = assets.find(path)) return found(*asset, request, etag_suffix);
    if (!is_folder && assets.find(path + "/index.html") != nullptr)
        return {.status = 308, .headers = {{"Location", path + "/"}}};
    return problem(404, "NOT_FOUND", "There is nothing at this address.");
}

}  // namespace rostrum::net::http
