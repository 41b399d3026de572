#include "app/address.hpp"

#include <array>
#include <charconv>
#include <climits>
#include <ifaddrs.h>
#include <memory>
#include <optional>
#include <unistd.h>

#include <arpa/inet.h>
#include <net/if.h>

#include "app/exit_code.hpp"

namespace rostrum::app {

namespace {

bool is_address(int family, const std::string& host) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(family, host.c_str(), bytes.data()) == 1;
}

bool is_ipv6(const std::string& host) {
    return is_address(AF_INET6, host);
}

/// The first IPv4 address that is reachable from other machines.
std::optional<std::string> local_network_address() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return std::nullopt;
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner{first, freeifaddrs};
    for (const ifaddrs* entry = first; entry != nullptr; entry = entry->ifa_next) {
        const bool reachable =
            (entry->ifa_flags & IFF_RUNNING) != 0 && (entry->ifa_flags & IFF_LOOPBACK) == 0;
        if (!reachable || entry->ifa_addr == nullptr || entry->ifa_addr->sa_family != AF_INET)
            continue;
        const auto* address = reinterpret_cast<const sockaddr_in*>(entry->ifa_addr);
        std::array<char, INET_ADDRSTRLEN> text{};
        inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size());
        return text.data();
    }
    return std::nullopt;
}

}  // namespace

ListenAddress parse_listen_address(std::string_view text) {
    const auto wrong = [&] {
        return Failure(ExitCode::usage, "`" + std::string{text} +
                                            "` is not an address to listen on: write it as "
                                            "0.0.0.0:8080, 127.0.0.1:8080 or [::1]:8080.");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) throw wrong();

    ListenAddress address{.host = std::string{text.substr(0, colon)}};
    const std::string_view port = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc{} || end != port.data() + port.size()) throw wrong();

    if (address.host.starts_with('[') && address.host.ends_with(']')) {
        address.host = address.host.substr(1, address.host.size() - 2);
        if (is_ipv6(address.host)) return address;
    } else if (is_address(AF_INET, address.host)) {
        return address;
    }
    throw wrong();
}

net::TrustedProxies parse_trusted_proxies(const std::vector<std::string>& texts) {
    net::TrustedProxies proxies;
    for (const std::string& text : texts)
        if (!proxies.add(text))
            throw Failure(ExitCode::usage, "`" + text +
                                               "` is not a proxy's address: write it as "
                                               "127.0.0.1, 10.0.0.0/8 or 2001:db8::/32.");
    return proxies;
}

net::http::HostNames host_names(const std::vector<std::string>& given,
                                std::string_view public_url) {
    net::http::HostNames names;
    for (const std::string& name : given) names.add(name);
    if (const auto scheme = public_url.find("://"); scheme != std::string_view::npos) {
        const std::string_view host = public_url.substr(scheme + 3);
        names.add(host.substr(0, host.find('/')));
    }
    std::array<char, HOST_NAME_MAX + 1> machine{};
    if (gethostname(machine.data(), machine.size() - 1) == 0) {
        const std::string name = machine.data();
        names.add(name);
        names.add(name.substr(0, name.find('.')));
        names.add(name.substr(0, name.find('.')) + ".local");
    }
    return names;
}

std::string guess_public_url(const ListenAddress& listening, bool over_tls) {
    std::string host = listening.host;
    if (host == "0.0.0.0" || host == "::") host = local_network_address().value_or("localhost");
    if (is_ipv6(host)) host = "[" + host + "]";
    return (over_tls ? "https://" : "http://") + host + ":" + std::to_string(listening.port);
}

}  // namespace rostrum::app
