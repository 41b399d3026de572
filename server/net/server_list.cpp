#include "net/server_list.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rostrum::net {
namespace {

/// Nothing that could end a header, or a source in the policy, or stand for other names.
bool is_in_host(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

bool is_host(std::string_view host) {
    if (!host.starts_with('[')) return !host.empty() && std::ranges::all_of(host, is_in_host);
    return host.size() > 2 && host.ends_with(']') &&
           std::ranges::all_of(host.substr(1, host.size() - 2),
                               [](char c) { return is_in_host(c) || c == ':'; });
}

bool is_port(std::string_view port) {
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    return error == std::errc{} && end == port.data() + port.size() && number != 0;
}

/// FNV-1a: a browser compares it with one of yesterday, so it may not change from run to run.
std::string hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    std::string digits(16, '0');
    for (char& digit : digits) {
        digit = "0123456789abcdef"[hash & 15U];
        hash >>= 4U;
    }
    return digits;
}

}  // namespace

std::optional<std::string> origin_of(std::string_view url) {
    std::string address{url};
    std::ranges::transform(address, address.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const bool secure = address.starts_with("https://");
    if (!secure && !address.starts_with("http://")) return std::nullopt;
    const std::size_t begin = address.find("//") + 2;
    std::string_view host = std::string_view{address}.substr(begin);
    host = host.substr(0, host.find('/'));
    const std::size_t colon = host.find(':', host.starts_with('[') ? host.find(']') : 0);
    std::string_view port;
    if (colon != std::string_view::npos) {
        port = host.substr(colon + 1);
        if (!is_port(port)) return std::nullopt;
        host = host.substr(0, colon);
    }
    if (!is_host(host)) return std::nullopt;
    std::string origin = address.substr(0, begin).append(host);
    if (!port.empty() && port != (secure ? "443" : "80")) origin.append(":").append(port);
    return origin;
}

void ServerList::renew(const std::vector<std::string>& urls) {
    std::vector<std::string> origins;
    for (const std::string& url : urls) {
        auto origin = origin_of(url);
        if (!origin || std::ranges::find(origins, *origin) != origins.end()) continue;
        if (origins.size() < most) origins.push_back(*std::move(origin));
    }
    if (origins.size() < 2) origins.clear();
    if (origins == origins_) return;
    origins_ = std::move(origins);
    ++number_;
    connect_sources_.clear();
    for (const std::string& origin : origins_)
        connect_sources_ += " " + origin + " ws" + origin.substr(std::string_view{"http"}.size());
    etag_suffix_ = origins_.empty() ? "" : "-" + hash_of(connect_sources_);
}

bool ServerList::holds(std::string_view origin) const {
    return std::ranges::find(origins_, origin) != origins_.end();
}

}  // namespace rostrum::net
