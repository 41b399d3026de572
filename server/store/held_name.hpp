#pragma once

#include <string>

namespace rostrum::store {

/// A person's name on its way to the log: the payload and the salt of an event of which everybody
/// but the servers may know the hash alone.
struct HeldName {
    std::string payload;
    std::string salt;
    friend bool operator==(const HeldName&, const HeldName&) = default;
};

}  // namespace rostrum::store
