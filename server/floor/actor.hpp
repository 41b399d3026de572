#pragma once

#include <string>

namespace rostrum {

enum class Role { chair, secretariat, display, speaker, observer };

/// Who acts. The device is what it calls itself: for people to read, proof of nothing.
struct Actor {
    Role role{};
    std::string device;
    friend bool operator==(const Actor&, const Actor&) = default;
};

}  // namespace rostrum
