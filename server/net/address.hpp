#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::net {

/// An IP address. An IPv4 address that comes as an IPv6 one (::ffff:192.0.2.1), as it does where
/// both are listened for, is the IPv4 address.
class Address {
public:
    /// Of IPv6; IPv4 stands in its last four.
    using Bytes = std::array<unsigned char, 16>;

    /// `0.0.0.0`.
    Address() : bytes_{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF} {}
    explicit Address(const Bytes& bytes) : bytes_(bytes) {}
    /// None for what is no address. No port, no brackets.
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

}  // namespace rostrum::net
