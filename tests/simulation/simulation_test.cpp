#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "day.hpp"
#include "replicated.hpp"
#include "shared_log.hpp"

namespace rostrum::simulation {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::stoull(value) : otherwise;
}

struct Run {
    std::uint64_t steps = 0;
    std::uint64_t acts = 0;
    std::uint64_t days = 0;
    std::size_t longest = 0;
};

/// Simulates days in such a world until this many steps are made.
template <class SomeWorld>
void simulate(std::uint64_t seed, std::uint64_t steps, Run& run) {
    RandomSource random(seed);
    const std::uint64_t end = run.steps + steps;
    while (run.steps < end) {
        SomeWorld world;
        Day day(random, world);
        while (run.steps < end && !day.is_over()) {
            ++run.steps;
            day.step();
        }
        day.settle();
        run.acts += day.acts();
        run.longest = std::max(run.longest, day.acts());
        ++run.days;
    }
}

// ROSTRUM_SEED, ROSTRUM_SEEDS and ROSTRUM_STEPS select other runs; a failure prints its seed.
template <class SomeWorld>
void simulate_seeds() {
    const std::uint64_t first = setting("ROSTRUM_SEED", 1);
    const std::uint64_t seeds = setting("ROSTRUM_SEEDS", 100);
    const std::uint64_t steps = setting("ROSTRUM_STEPS", 10'000);
    const auto start = std::chrono::steady_clock::now();
    Run all;
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        const std::uint64_t before = all.steps;
        try {
            simulate<SomeWorld>(seed, steps, all);
            SUCCEED();
        } catch (const std::exception& seen) {
            FAIL_CHECK("ROSTRUM_SEED=" << seed << " ROSTRUM_SEEDS=1: step " << all.steps - before
                                       << ": " << seen.what());
        }
    }
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    std::cout << "Seeds " << first << " to " << first + seeds - 1 << ": " << all.steps << " steps, "
              << all.days << " days, " << all.acts << " acts (at most " << all.longest
              << " a day), " << took.count() / static_cast<double>(all.steps) << " us a step.\n";
}

TEST_CASE("after every step of a simulated day, each room matches its log") {
    simulate_seeds<SharedLog>();
}

TEST_CASE("after every step, the rooms of servers with a log each match the record they share") {
    simulate_seeds<Replicated>();
}

}  // namespace
}  // namespace rostrum::simulation
