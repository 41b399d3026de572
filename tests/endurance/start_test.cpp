#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <vector>

#include <catch2/catch.hpp>

#include "bench/program.hpp"
#include "health.hpp"
#include "meetings.hpp"
#include "store/log_schema.hpp"
#include "temporary_folder.hpp"

namespace rostrum::endurance {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

std::int64_t events_in(const std::filesystem::path& folder) {
    return store::connect_for_reading(store::log_of(folder)).number("SELECT count(*) FROM events");
}

std::chrono::milliseconds time_of_start(const std::filesystem::path& folder, const Room& expected) {
    const auto begin = steady_clock::now();
    const OpenedRoom opened{folder, expected.latest};
    const auto end = steady_clock::now();
    CHECK(opened.room() == expected);
    return std::chrono::duration_cast<std::chrono::milliseconds>(end - begin);
}

/// The time until the real program reports that it is well: the median of five starts, because the
/// machine may stall one.
std::chrono::milliseconds time_until_served(const std::filesystem::path& folder) {
    const char* program = std::getenv("ROSTRUM_PROGRAM");
    if (program == nullptr) program = "build/release/rostrum";
    std::vector<std::chrono::milliseconds> times;
    for (int i = 0; i < 5; ++i) {
        const auto begin = steady_clock::now();
        const bench::Program served{program, folder, {"--links", "never"}};
        REQUIRE(is_well(served.port()));
        times.push_back(
            std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin));
        std::cout << "  served after " << times.back().count() << " ms, of which the processor "
                  << std::chrono::duration_cast<std::chrono::milliseconds>(served.processor_time())
                         .count()
                  << '\n';
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

TEST_CASE("a start with a day's record takes at most 100 ms", "[start]") {
    const store::TemporaryFolder folder;
    Meetings meetings{folder.path};
    // A busy day of six meetings.
    for (int i = 0; i < 6; ++i) meetings.hold(8);
    meetings.room().settle();
    std::cout << "start_test: a day of " << meetings.room().room().revision.value << " acts\n";
    meetings.close();
    // The documented 100 ms hold on an otherwise idle machine.
    CHECK(time_until_served(folder.path) < (is_thorough() ? 100ms : 2000ms));
}

TEST_CASE("a start does not take longer for a long log", "[start]") {
    const std::int64_t wanted = is_thorough() ? 1'000'000 : 10'000;
    const store::TemporaryFolder folder;
    Meetings meetings{folder.path};
    while (events_in(folder.path) < wanted) meetings.hold(400);
    meetings.room().settle();
    const Room room = meetings.room().room();
    meetings.close();

    std::cout << "start_test: " << events_in(folder.path) << " events, "
              << std::filesystem::file_size(store::log_of(folder.path)) / 1024 / 1024 << " MiB\n";
    for (int i = 0; i < 3; ++i) {
        const auto time = time_of_start(folder.path, room);
        std::cout << "  start " << i + 1 << ": " << time.count() << " ms\n";
        // Below 2 s on an idle machine; the limit allows for a busy one.
        CHECK(time < std::chrono::seconds{20});
    }
    CHECK(time_until_served(folder.path) < (is_thorough() ? 2s : 20s));
}

}  // namespace
}  // namespace rostrum::endurance
