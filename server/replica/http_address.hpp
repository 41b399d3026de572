#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::replica {

/// Why a setting cannot be used: a sentence for the operator.
class UnusableSetting : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where a server, or a member of etcd, is reached.
struct HttpAddress {
    bool is_secure = false;
    /// A name, or an IP address without brackets.
    std::string host;
    std::string port;
    friend bool operator==(const HttpAddress&, const HttpAddress&) = default;
};

/// Reads `http://a:2379,https://b:2379`.
/// @param port if an address has none
/// @throws UnusableSetting
[[nodiscard]] std::vector<HttpAddress> read_addresses(std::string_view text,
                                                      std::string_view port = "2379");
/// As read_addresses() reads it.
[[nodiscard]] std::string text_of(const HttpAddress& address);

/// PEM files. Empty: no certificate of our own, and the authorities of this machine.
struct TlsFiles {
    std::filesystem::path authorities;
    /// Continues with its chain. etcd's gateway refuses a client's certificate with a common name
    /// if etcd has users; members with a firewall need none.
    std::filesystem::path certificate;
    std::filesystem::path key;
};

}  // namespace rostrum::replica
