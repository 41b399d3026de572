#include "net/forwarded.hpp"

#include <algorithm>
#include <charconv>

#include <boost/beast/core/string.hpp>

#include "floor/text.hpp"

namespace rostrum::net {
namespace {

/// Returns the text up to the first separator outside quotes; `rest` keeps what follows it.
std::string_view part(std::string_view& rest, char separator) {
    bool quoted = false;
    std::size_t end = 0;
    while (end < rest.size() && (quoted || rest[end] != separator))
        if (rest[end++] == '"') quoted = !quoted;
    const std::string_view found = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    return trimmed(found);
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (!text.empty()) found.push_back(part(text, separator));
    return found;
}

/// The value of one name in an element of Forwarded: `for="[2001:db8::1]:4711";proto=https`.
std::string_view value_of(std::string_view name, std::string_view element) {
    for (const std::string_view pair : parts(element, ';')) {
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos ||
            !boost::beast::iequals(pair.substr(0, equals), name))
            continue;
        std::string_view value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

/// Reads `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`; nullopt for an obfuscated
/// identifier.
std::optional<Address> address_in(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        text = text.substr(1, end - 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        text = text.substr(0, text.find(':'));
    }
    return Address::parse(text);
}

}  // namespace

bool TrustedProxies::add(std::string_view network) {
    const auto slash = network.find('/');
    const auto address = Address::parse(network.substr(0, slash));
    if (!address) return false;
    const std::size_t width = address->is_v4() ? 32 : 128;
    std::size_t bits = width;
    if (slash != std::string_view::npos) {
        const std::string_view text = network.substr(slash + 1);
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), bits);
        if (fault != std::errc{} || end != text.data() + text.size() || bits > width) return false;
    }
    networks_.push_back({address->bytes(), bits + 128 - width});
    return true;
}

bool TrustedProxies::hold(const Address& address) const {
    const Address::Bytes& bytes = address.bytes();
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        for (std::size_t bit = 0; bit < network.bits; ++bit) {
            const unsigned mask = 0x80U >> bit % 8;
            if (((bytes[bit / 8] ^ network.first[bit / 8]) & mask) != 0) return false;
        }
        return true;
    });
}

Sender sender_of(const Address& nearest, const ForwardingHeaders& headers,
                 const TrustedProxies& proxies) {
    Sender sender{.address = nearest};
    const bool by_forwarded = !headers.forwarded.empty();
    const bool by_others = !headers.x_forwarded_for.empty() || !headers.x_forwarded_host.empty() ||
                           !headers.x_forwarded_proto.empty();
    if (by_forwarded == by_others || !proxies.hold(nearest)) return sender;

    // From the nearest hop to the farthest; each entry was written by the hop before it.
    auto hops = parts(by_forwarded ? headers.forwarded : headers.x_forwarded_for, ',');
    std::reverse(hops.begin(), hops.end());
    std::string_view element;
    for (const std::string_view hop : hops) {
        if (!proxies.hold(sender.address)) break;
        element = hop;
        const auto address = address_in(by_forwarded ? value_of("for", hop) : hop);
        if (!address) break;
        sender.address = *address;
    }
    const auto last = [](const std::string& list) {
        const auto all = parts(list, ',');
        return all.empty() ? std::string_view{} : all.back();
    };
    sender.host = by_forwarded ? value_of("host", element) : last(headers.x_forwarded_host);
    sender.secure = boost::beast::iequals(
        by_forwarded ? value_of("proto", element) : last(headers.x_forwarded_proto), "https");
    return sender;
}

}  // namespace rostrum::net
