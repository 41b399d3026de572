#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/frame.hpp"
#include "net/long_tasks.hpp"

/// HTTP as the handlers see it: whole requests and responses, without a socket.
namespace rostrum::net::http {

/// Missing headers are empty.
struct Request {
    std::string method{};
    /// Without the query string.
    std::string path{};
    /// After the `?`; empty if there is none.
    std::string query{};
    std::string authorization{};
    std::string host{};
    std::string origin{};
    /// Sec-Fetch-Site, set by browsers.
    std::string fetch_site{};
    std::string if_none_match{};
    std::string accept_encoding{};
    /// Rostrum-Device: the sender's own name.
    std::string device{};
    /// Rostrum-File-Name, percent-encoded: the name of an uploaded file.
    std::string file_name{};
    /// The sender's IP address according to trusted headers.
    std::string address{};
    /// The sender's own connection uses TLS.
    bool secure = false;
    /// The host that the sender asked for, if a trusted proxy reported it.
    std::string forwarded_host{};
    /// Who signed on, if a trusted proxy says so.
    std::string identity{};
    std::string body{};
    /// Null in tests.
    HasLeft has_left{};
};

struct Response {
    int status = 200;
    std::string content_type{};
    Frame body{};
    /// In addition to those that every response carries.
    std::vector<std::pair<std::string_view, std::string>> headers{};
};

[[nodiscard]] Response json(std::string body);
/// Success without a body.
[[nodiscard]] Response no_content();
[[nodiscard]] Response plain_text(std::string body);

/// The status line and the headers: the response's own, its length, and the security headers. A
/// response without its own Cache-Control must not be stored.
/// @param connect_sources where else a page may connect, each after a space.
[[nodiscard]] std::string head_of(const Response& response, bool keep_alive,
                                  std::string_view connect_sources = {});

/// `Not Found`.
[[nodiscard]] std::string_view status_phrase(int status);

/// The token of `Authorization: Bearer …`; empty if there is none.
[[nodiscard]] std::string_view bearer_token(const Request& request);

/// The origin that a trusted proxy was asked for; empty without one.
[[nodiscard]] std::string forwarded_origin(const Request& request);

/// Browsers name the site of the requesting page: only our own pages may open a live connection or
/// change anything: pages of this scheme, host and port. Other programs send no such header.
/// Browsers disagree on Sec-Fetch-Site for WebSockets, so it counts only for changes.
[[nodiscard]] bool is_same_site(const Request& request);

}  // namespace rostrum::net::http
