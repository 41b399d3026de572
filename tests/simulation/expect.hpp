#pragma once

#include <stdexcept>

namespace rostrum::simulation {

/// Something that must never be was seen.
class PromiseBroken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// @throws Seen with these words, if it does not hold.
inline void expect(bool holds, const char* otherwise) {
    if (!holds) throw PromiseBroken(otherwise);
}

}  // namespace rostrum::simulation
