#pragma once

#include <stdexcept>
#include <string>

#include "floor/room.hpp"

namespace rostrum {

/// A state of a room that the rules exclude. It is never published.
class InvariantBroken : public std::logic_error {
public:
    explicit InvariantBroken(const std::string& message) : std::logic_error(message) {}
};

[[noreturn]] void report_broken(const char* rule);

/// Checked a hundred times an act, so the passing case must be cheap.
/// @throws InvariantBroken saying what does not hold.
inline void require(bool holds, const char* rule) {
    if (!holds) report_broken(rule);
}

/// Checks what holds for every room at any time. Runs after each act in every build.
/// @throws InvariantBroken naming what does not hold.
void check_invariants(const Room& room);

}  // namespace rostrum
