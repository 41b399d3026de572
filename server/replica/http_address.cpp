#include "replica/http_address.hpp"

#include <algorithm>

namespace rostrum::replica {
namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw UnusableSetting("`" + std::string{text} +
                          "` is no address: write it like https://10.0.0.1:2379.");
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

HttpAddress address_of(std::string_view text, std::string_view default_port) {
    std::string_view rest = text;
    HttpAddress address;
    if (rest.starts_with("https://"))
        address.is_secure = true;
    else if (!rest.starts_with("http://"))
        refuse(text);
    rest.remove_prefix(address.is_secure ? 8 : 7);
    if (rest.ends_with('/')) rest.remove_suffix(1);

    const std::size_t bracket = rest.starts_with('[') ? rest.find(']') : 0;
    if (bracket == std::string_view::npos) refuse(text);
    const std::size_t colon = rest.find(':', bracket);
    const std::string_view host = rest.substr(0, colon);
    address.host = bracket > 0 ? host.substr(1, bracket - 1) : host;
    address.port = colon == std::string_view::npos ? default_port : rest.substr(colon + 1);
    if (address.host.empty() || host.find_first_of("/ @") != std::string_view::npos ||
        !is_port(address.port))
        refuse(text);
    return address;
}

}  // namespace

std::vector<HttpAddress> read_addresses(std::string_view text, std::string_view port) {
    std::vector<HttpAddress> addresses;
    while (true) {
        const std::size_t comma = text.find(',');
        addresses.push_back(address_of(text.substr(0, comma), port));
        if (comma == std::string_view::npos) return addresses;
        text.remove_prefix(comma + 1);
    }
}

std::string text_of(const HttpAddress& address) {
    const bool is_v6 = address.host.find(':') != std::string::npos;
    return (address.is_secure ? "https://" : "http://") +
           (is_v6 ? '[' + address.host + ']' : address.host) + ':' + address.port;
}

}  // namespace rostrum::replica
