#include "cli/target.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace rostrum::cli {

namespace {

std::string first_word(std::istream& in) {
    std::string word;
    in >> word;
    return word;
}

/// Hides what is typed at the terminal while this lives.
class Unseen {
public:
    Unseen() {
        tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    ~Unseen() { tcsetattr(STDIN_FILENO, TCSANOW, &before_); }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios before_{};
};

std::string ask() {
    std::cerr << "Token: " << std::flush;
    const Unseen unseen;
    std::string token = first_word(std::cin);
    std::cerr << '\n';
    return token;
}

}  // namespace

std::string authority_of(const Target& target) {
    const bool is_ipv6 = target.host.find(':') != std::string::npos;
    return (is_ipv6 ? '[' + target.host + ']' : target.host) + ':' + target.port;
}

Target parse_server(std::string_view url) {
    constexpr std::string_view plain = "http://";
    constexpr std::string_view secure = "https://";
    const auto wrong = [&] {
        return Unusable("`" + std::string{url} +
                        "` is not a server's address: write it as http://192.0.2.1:8080.");
    };
    const bool is_secure = url.starts_with(secure);
    if (!is_secure && !url.starts_with(plain)) throw wrong();
    std::string_view authority = url.substr(is_secure ? secure.size() : plain.size());
    if (authority.ends_with('/')) authority.remove_suffix(1);
    if (authority.find_first_of("/?#@ ") != std::string_view::npos) throw wrong();

    Target target{
        .host = std::string{authority}, .port = is_secure ? "443" : "80", .secure = is_secure};
    const auto colon = authority.rfind(':');
    const bool has_port = colon != std::string_view::npos && !authority.ends_with(']');
    if (has_port) {
        target.host = authority.substr(0, colon);
        target.port = authority.substr(colon + 1);
    }
    const bool digits = std::all_of(target.port.begin(), target.port.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    if (target.host.empty() || target.port.empty() || !digits) throw wrong();
    if (target.host.starts_with('[') && target.host.ends_with(']'))
        target.host = target.host.substr(1, target.host.size() - 2);
    return target;
}

std::string read_token(const std::string& file) {
    std::string token;
    if (!file.empty()) {
        std::ifstream in{file};
        token = first_word(in);
        if (token.empty()) throw Unusable("There is no token in " + file + ".");
        return token;
    }
    // Safe: there is one thread, and nobody writes the environment.
    if (const char* value = std::getenv("ROSTRUM_TOKEN")) token = value;
    if (token.empty() && isatty(STDIN_FILENO) != 0) token = ask();
    if (token.empty())
        throw Unusable(
            "A token is needed: put it into ROSTRUM_TOKEN, or into a file named by --token-file.");
    return token;
}

}  // namespace rostrum::cli
