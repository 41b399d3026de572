#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/frame.hpp"

/// HTTP as the handlers see it: what was asked, whole, and what is answered. No socket.
namespace rostrum::net::http {

/// Headers that were not sent are empty.
struct Request {
    std::string method{};
    /// Without the query.
    std::string path{};
    /// Behind the `?`; empty where there is none.
    std::string query{};
    std::string authorization{};
    std::string host{};
    std::string origin{};
    /// Sec-Fetch-Site: what a browser says of who sends it.
    std::string fetch_site{};
    std::string if_none_match{};
    std::string accept_encoding{};
    /// Rostrum-Device: what the sender calls itself.
    std::string device{};
    /// Rostrum-File-Name, percent-encoded: what a file that is brought in is called.
    std::string file_name{};
    /// The IP address of the sender, as far as that is believed.
    std::string address{};
    /// The sender's own connection is over TLS.
    bool secure = false;
    /// What the sender called the server, where a proxy that is believed has told it.
    std::string forwarded_host{};
    std::string body{};
};

struct Response {
    int status = 200;
    std::string content_type{};
    Frame body{};
    /// Beside those that every response gets.
    std::vector<std::pair<std::string_view, std::string>> headers{};
};

[[nodiscard]] Response json(std::string body);
/// Done, and nothing to tell.
[[nodiscard]] Response no_content();
[[nodiscard]] Response plain_text(std::string body);

/// The status line and the headers: those of the response, its length, and the security headers
/// that all get. A response without a Cache-Control of its own must not be stored.
[[nodiscard]] std::string head_of(const Response& response, bool keep_alive);

/// `Not Found`.
[[nodiscard]] std::string_view status_phrase(int status);

/// The token of `Authorization: Bearer …`; empty if there is none.
[[nodiscard]] std::string_view bearer_token(const Request& request);

/// A browser says from which site a page comes: only the server's own may open a live connection,
/// or ask for anything that changes something; over TLS, only one that came over TLS. Programs say
/// nothing. Of Sec-Fetch-Site, not all browsers agree on what to say of a WebSocket: it counts
/// where something is to be changed.
[[nodiscard]] bool is_same_site(const Request& request);

}  // namespace rostrum::net::http
