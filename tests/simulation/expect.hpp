#pragma once

#include <stdexcept>

namespace rostrum::simulation {

/// A promise of the system does not hold.
class PromiseBroken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// @throws PromiseBroken with this text if the condition is false.
inline void expect(bool holds, const char* otherwise) {
    if (!holds) throw PromiseBroken(otherwise);
}

}  // namespace rostrum::simulation
