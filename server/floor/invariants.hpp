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

[[noreturn]] void report_broken(const char* what);

/// Asked a hundred times an act, and all but never has anything to say.
/// @throws InvariantBroken saying what does not hold.
inline void require(bool holds, const char* what) {
    if (!holds) report_broken(what);
}

/// Everything that holds of every room, always. Checked after each act in every build.
/// @throws InvariantBroken naming what does not hold.
void check_invariants(const Room& room);

}  // namespace rostrum
