#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::net {

/// An IP address. An IPv4-mapped IPv6 address (::ffff:192.0.2.1), which a dual-stack listener
/// reports, counts as the IPv4 address.
class Address {
public:
    /// In IPv6 byte order; an IPv4 address uses the last four bytes.
    using Bytes = std::array<unsigned char, 16>;

    /// `0.0.0.0`.
    Address() : bytes_{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF} {}
    explicit Address(const Bytes& bytes) : bytes_(bytes) {}
    /// nullopt if the text is not an address. Accepts no port and no brackets.
    [[nodiscard]] static std::optional<Address> parse(std::string_view text);

    [[nodiscard]] bool is_v4() const;
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    /// `192.0.2.1`, `2001:db8::1`.
    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const Address&,
                            const Address&) = default;  // NOLINT(modernize-use-nullptr)

private:
    Bytes bytes_;
};

/// What counts as one sender: the owner of one IPv6 address owns its whole /64.
[[nodiscard]] std::string network_of(const std::string& address);

}  // namespace rostrum::net
