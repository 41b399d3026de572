#include "bench/quartiles.hpp"

#include <catch2/catch.hpp>

namespace rostrum::bench {

TEST_CASE("quartiles are the median and the bounds of the outer quarters") {
    const Quartiles spread = quartiles_of({9, 1, 5, 7, 3});
    CHECK(spread.low == 3);
    CHECK(spread.median == 5);
    CHECK(spread.high == 7);
}

TEST_CASE("one value has no spread") {
    const Quartiles spread = quartiles_of({4});
    CHECK(spread.low == 4);
    CHECK(spread.median == 4);
    CHECK(spread.high == 4);
}

}  // namespace rostrum::bench
