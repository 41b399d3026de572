#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::replica {

/// Why etcd cannot be used as it is set up: a sentence for the operator.
class UnusableEtcd : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where a member of etcd serves its clients.
struct EtcdAddress {
    bool is_secure = false;
    /// A name, or an IP address without brackets.
    std::string host;
    std::string port;
    friend bool operator==(const EtcdAddress&, const EtcdAddress&) = default;
};

/// Reads `http://a:2379,https://b:2379`. The port is 2379 if there is none.
/// @throws UnusableEtcd
[[nodiscard]] std::vector<EtcdAddress> etcd_addresses(std::string_view text);
/// As etcd_addresses() reads it.
[[nodiscard]] std::string text_of(const EtcdAddress& address);

/// PEM files. Empty: no certificate of our own, and the authorities of this machine.
struct EtcdTls {
    std::filesystem::path authorities;
    /// Continues with its chain. etcd's gateway refuses a client's certificate with a common name
    /// if etcd has users; members with a firewall need none.
    std::filesystem::path certificate;
    std::filesystem::path key;
};

struct EtcdTimes {
    using Time = std::chrono::milliseconds;
    /// A try with one member. A member that loses its leader answers after 6 s; another answers
    /// within some milliseconds.
    Time a_try{1000};
    /// All tries of a request, from the call on.
    Time all_tries{5000};
    /// Between tries, where one fails at once.
    Time between{50};
    /// A watch that is silent for so long is compared with the heads.
    Time silence{2000};
};

struct EtcdSettings {
    std::vector<EtcdAddress> members;
    EtcdTls tls;
    /// Of all keys. Ends with a slash.
    std::string prefix = "/rostrum/";
    /// Members of another cluster are not used. 0: the cluster of the first member that answers.
    std::uint64_t cluster = 0;
    EtcdTimes times;
};

}  // namespace rostrum::replica
