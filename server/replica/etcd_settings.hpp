#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "replica/http_address.hpp"

namespace rostrum::replica {

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
    std::vector<HttpAddress> members;
    TlsFiles tls;
    /// Of all keys. Ends with a slash.
    std::string prefix = "/rostrum/";
    /// Members of another cluster are not used. 0: the cluster of the first member that answers.
    std::uint64_t cluster = 0;
    EtcdTimes times;
};

}  // namespace rostrum::replica
