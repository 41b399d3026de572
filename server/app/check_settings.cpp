#include "app/check_settings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "app/exit_code.hpp"
#include "net/server_list.hpp"

namespace rostrum::app {

namespace {

/// Headers that mean something else, in lower case.
constexpr std::array<std::string_view, 7> other_headers{
    "authorization",   "cookie",           "forwarded",        "host",
    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"};

void check_identity_header(const Settings& settings) {
    std::string name = settings.identity_header;
    if (name.empty()) return;
    if (settings.trusted_proxies.empty())
        throw Failure(ExitCode::usage,
                      "--identity-header needs --trusted-proxy: anybody can send a header.");
    bool is_name = name.size() <= 64;
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        is_name =
            is_name && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }
    if (!is_name || std::ranges::find(other_headers, name) != other_headers.end())
        throw Failure(ExitCode::usage, "`" + settings.identity_header +
                                           "` cannot be the header that says who signed on: name "
                                           "one of its own, as X-Remote-User.");
}

void check_other_servers(const Settings& settings) {
    if (settings.also_at.size() >= net::ServerList::most)
        throw Failure(ExitCode::usage,
                      "--also-at names " + std::to_string(settings.also_at.size()) +
                          " servers: a record has at most " +
                          std::to_string(net::ServerList::most) + ", this one among them.");
    const bool secure = settings.public_url.empty() ? !settings.tls_certificate.empty()
                                                    : settings.public_url.starts_with("https://");
    for (const std::string& url : settings.also_at) {
        const auto origin = net::origin_of(url);
        if (!origin)
            throw Failure(ExitCode::usage, "`" + url +
                                               "` is not the address of another server: write it "
                                               "as https://rostrum-b.example or "
                                               "http://192.0.2.2:8080.");
        if (secure && !origin->starts_with("https://"))
            throw Failure(ExitCode::usage,
                          "The pages of this server are https, and browsers let them connect to "
                          "https only: give " +
                              *origin + " a certificate, too.");
    }
}

}  // namespace

void check_settings(const Settings& settings) {
    if (int{settings.demo} + int{!settings.programme.empty()} + int{!settings.new_room.empty()} > 1)
        throw Failure(ExitCode::usage, "Give one of --programme, --new-room and --demo.");
    const std::string& url = settings.public_url;
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://"))
        throw Failure(ExitCode::usage, "`" + url +
                                           "` is not an address for a browser: write it as "
                                           "http://192.0.2.1:8080.");
    check_other_servers(settings);
    check_identity_header(settings);
}

}  // namespace rostrum::app
