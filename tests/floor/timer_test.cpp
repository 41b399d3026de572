#include "floor/timer.hpp"

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

TEST_CASE("a running timer counts from its anchors, to the millisecond") {
    const Timer timer{5min, 61'001ms, nine};
    CHECK(elapsed(timer, nine) == 61'001ms);
    CHECK(elapsed(timer, nine + 1ms) == 61'002ms);
    CHECK(remaining(timer, nine + 1ms) == 238'998ms);
}

TEST_CASE("a paused timer does not change") {
    const Timer timer{5min, 61'001ms, std::nullopt};
    CHECK(elapsed(timer, nine) == 61'001ms);
    CHECK(elapsed(timer, nine + 1h) == 61'001ms);
    CHECK(remaining(timer, nine + 1h) == 238'999ms);
}

TEST_CASE("after the time is up, the remaining time is negative") {
    const Timer timer{2min, 0ms, nine};
    CHECK(remaining(timer, nine + 2min) == 0ms);
    CHECK(remaining(timer, nine + 2min + 1ms) == -1ms);
    CHECK(remaining(timer, nine + 3min) == -60'000ms);
}

TEST_CASE("pausing keeps the elapsed time; running again continues from it") {
    const Timer timer{5min, 0ms, nine};
    const Timer held = paused(timer, nine + 1'234ms);
    CHECK(held == Timer{5min, 1'234ms, std::nullopt});
    CHECK(running(held, nine + 10s) == Timer{5min, 1'234ms, nine + 10s});
}

TEST_CASE("pausing a paused timer and running a running one change nothing") {
    const Timer held{5min, 1'234ms, std::nullopt};
    CHECK(paused(held, nine + 1h) == held);
    const Timer runs{5min, 1'234ms, nine};
    CHECK(running(runs, nine + 1h) == runs);
}

TEST_CASE("amber is the last minute, or the last quarter of a short statement") {
    CHECK(warning(7min, 1min) == 60'000ms);
    CHECK(warning(4min, 1min) == 60'000ms);
    CHECK(warning(2min, 1min) == 30'000ms);
    CHECK(warning(30s, 1min) == 7'500ms);
    CHECK(warning(0s, 1min) == 0ms);
}
