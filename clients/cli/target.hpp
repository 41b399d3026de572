#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

/// What `rostrum` does as a client of a server.
namespace rostrum::cli {

/// A room on a server, and what opens it.
struct Target {
    std::string host;
    std::string port;
    std::string room{};
    std::string token{};
    /// Over TLS.
    bool secure = false;
    /// Over TLS: a file of certificates in PEM that are trusted; empty: the machine's own.
    std::string authorities{};
};

/// `host:port`, as it stands in a URL and in a Host header: an IPv6 address in brackets.
[[nodiscard]] std::string authority_of(const Target& target);

/// What was asked cannot be done as it was asked; says why in a sentence.
class Unusable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// No server answers, or none of ours.
class Unreachable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The token opens nothing there.
class NotAdmitted : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Takes `http://host:port` or `https://host:port` apart; the port is 80 or 443 unless told.
/// @throws Unusable for anything else.
[[nodiscard]] Target parse_server(std::string_view url);

/// The token: from the file if one is named, else from ROSTRUM_TOKEN, else asked for at the
/// terminal, where it is not shown. Never from the command line, which every user of a machine may
/// read.
/// @throws Unusable where there is none.
[[nodiscard]] std::string read_token(const std::string& file);

}  // namespace rostrum::cli
