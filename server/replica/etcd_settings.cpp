#include "replica/etcd_settings.hpp"

#include <algorithm>

namespace rostrum::replica {
namespace {

constexpr std::string_view default_port = "2379";

[[noreturn]] void refuse(std::string_view text) {
    throw UnusableEtcd("`" + std::string{text} +
                       "` is no address of an etcd member: write it like http://10.0.0.1:2379.");
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

EtcdAddress address_of(std::string_view text) {
    std::string_view rest = text;
    EtcdAddress address;
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

std::vector<EtcdAddress> etcd_addresses(std::string_view text) {
    std::vector<EtcdAddress> addresses;
    while (true) {
        const std::size_t comma = text.find(',');
        addresses.push_back(address_of(text.substr(0, comma)));
        if (comma == std::string_view::npos) return addresses;
        text.remove_prefix(comma + 1);
    }
}

std::string text_of(const EtcdAddress& address) {
    const bool is_v6 = address.host.find(':') != std::string::npos;
    return (address.is_secure ? "https://" : "http://") +
           (is_v6 ? '[' + address.host + ']' : address.host) + ':' + address.port;
}

}  // namespace rostrum::replica
