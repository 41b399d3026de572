#include <chrono>
#include <iostream>

#include <catch2/catch.hpp>

#include "meetings.hpp"
#include "store/log_schema.hpp"
#include "temporary_folder.hpp"

namespace rostrum::endurance {
namespace {

using std::chrono::steady_clock;

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

TEST_CASE("a start does not take longer for all that was ever said", "[start]") {
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
        // Measured by hand it is to be below 2 s; a machine that does other things has longer.
        CHECK(time < std::chrono::seconds{20});
    }
}

}  // namespace
}  // namespace rostrum::endurance
