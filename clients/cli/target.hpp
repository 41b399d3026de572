#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

/// `rostrum` as a client of a server.
namespace rostrum::cli {

/// A room on a server, and the token that opens it.
struct Target {
    std::string host;
    std::string port;
    std::string room{};
    std::string token{};
    /// Uses TLS.
    bool secure = false;
    /// The PEM file of the trusted certificates; empty: the machine's own.
    std::string authorities{};
};

/// `host:port`, as in a URL and a Host header: an IPv6 address in brackets.
[[nodiscard]] std::string authority_of(const Target& target);

/// The request cannot be carried out; the message says why in a sentence.
class Unusable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// No server answers, or not a Rostrum server.
class Unreachable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The server rejects the token.
class NotAdmitted : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Parses `http://host:port` or `https://host:port`; the default port is 80 or 443.
/// @throws Unusable for anything else.
[[nodiscard]] Target parse_server(std::string_view url);

/// The token: from the file if one is named, else from ROSTRUM_TOKEN, else typed at the terminal,
/// which does not show it. Never from the command line, which every user of the machine may read.
/// @throws Unusable if there is none.
[[nodiscard]] std::string read_token(const std::string& file);

}  // namespace rostrum::cli
