#pragma once

#include <stdexcept>
#include <string>

#include "floor/room.hpp"

namespace rostrum {

/// A room that cannot be. It is never shown to anybody.
class InvariantBroken : public std::logic_error {
public:
    explicit InvariantBroken(const std::string& what) : std::logic_error(what) {}
};

/// @throws InvariantBroken saying what does not hold.
inline void require(bool holds, const char* what) {
    if (!holds) throw InvariantBroken(std::string{"This cannot be: "} + what + '.');
}

/// Everything that holds of every room, always. Checked after each act in every build.
/// @throws InvariantBroken naming what does not hold.
void check_invariants(const Room& room);

}  // namespace rostrum
