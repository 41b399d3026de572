#include "net/address.hpp"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace rostrum::net {
namespace {

constexpr std::size_t v4_begins = 12;

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
    const std::string whole{text};
    Address address;
    if (inet_pton(AF_INET, whole.c_str(), address.bytes_.data() + v4_begins) == 1) return address;
    if (inet_pton(AF_INET6, whole.c_str(), address.bytes_.data()) == 1) return address;
    return std::nullopt;
}

bool Address::is_v4() const {
    const Bytes any = Address{}.bytes_;
    return std::equal(bytes_.begin(), bytes_.begin() + v4_begins, any.begin());
}

std::string Address::text() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (is_v4())
        inet_ntop(AF_INET, bytes_.data() + v4_begins, text.data(), text.size());
    else
        inet_ntop(AF_INET6, bytes_.data(), text.data(), text.size());
    return text.data();
}

std::string network_of(const std::string& address) {
    constexpr std::size_t network_bytes = 8;
    const auto known = Address::parse(address);
    if (!known || known->is_v4()) return address;
    Address::Bytes bytes{};
    std::copy_n(known->bytes().begin(), network_bytes, bytes.begin());
    return Address{bytes}.text() + "/64";
}

}  // namespace rostrum::net
