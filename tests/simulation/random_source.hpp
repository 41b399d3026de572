#pragma once

#include <cstdint>
#include <random>
#include <vector>

/// All random choices of a simulation come from one seed.
namespace rostrum::simulation {

class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : numbers_(seed) {}

    /// 0 to `most`, inclusive.
    std::uint64_t up_to(std::uint64_t most) { return numbers_() % (most + 1); }
    bool one_in(std::uint64_t count) { return up_to(count - 1) == 0; }
    bool per_cent(std::uint64_t share) { return up_to(99) < share; }

    /// @pre the list is not empty
    template <class Things>
    auto& one_of(Things& things) {
        return things[static_cast<std::size_t>(up_to(things.size() - 1))];
    }

private:
    std::mt19937_64 numbers_;
};

}  // namespace rostrum::simulation
