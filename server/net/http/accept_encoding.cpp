#include "net/http/accept_encoding.hpp"

#include <algorithm>
#include <cctype>

namespace rostrum::net::http {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// Removes and returns the text before a separator, and the separator.
std::string_view taken_before(std::string_view& text, char mark) {
    const auto at = text.find(mark);
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return trimmed(before);
}

bool is_gzip(std::string_view coding) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    };
    constexpr std::string_view gzip = "gzip";
    return std::equal(coding.begin(), coding.end(), gzip.begin(), gzip.end(), same);
}

/// `q=0`, `q=0.000`: not acceptable.
bool is_refused(std::string_view parameter) {
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return false;
    return parameter.size() > 2 && parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        std::string_view entry = taken_before(accept_encoding, ',');
        const std::string_view coding = taken_before(entry, ';');
        if (is_gzip(coding)) return !is_refused(trimmed(entry));
    }
    return false;
}

}  // namespace rostrum::net::http
