#include <chrono>
#include <iostream>

#include <catch2/catch.hpp>

#include "meetings.hpp"
#include "memory_held.hpp"
#include "small_programme.hpp"
#include "store/log_check.hpp"
#include "temporary_folder.hpp"

namespace rostrum::endurance {
namespace {

using std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// A server's memory and descriptors after a day, and the time of its next start.
struct Evening {
    std::size_t memory;
    std::ptrdiff_t descriptors;
    std::uint64_t acts_read_at_start;
    Milliseconds start;
};

/// Starts on a copy of the folder, so that the server can continue.
Milliseconds start_of_copy(const std::filesystem::path& folder, const Room& expected) {
    const store::TemporaryFolder copy;
    for (const char* name : {"log.db", "log.db-wal"})
        std::filesystem::copy(folder / name, copy.path);
    const auto begin = steady_clock::now();
    const OpenedRoom opened{copy.path, expected.latest};
    const Milliseconds start = steady_clock::now() - begin;
    CHECK(opened.room() == expected);
    return start;
}

Evening evening(OpenedRoom& opened, const std::filesystem::path& folder) {
    opened.settle();
    const Room& room = opened.room();
    const Evening evening{memory_held(), descriptors_held(),
                          room.revision.value - opened.log().snapshot(room.id)->revision.value,
                          start_of_copy(folder, room)};
    std::cout << "  after " << room.revision.value << " acts: " << evening.memory / 1024 << " KiB, "
              << evening.descriptors << " descriptors, a start reads " << evening.acts_read_at_start
              << " acts and takes " << evening.start.count() << " ms\n";
    return evening;
}

TEST_CASE("days of meetings leave memory, descriptors and the next start as they were",
          "[long-run]") {
    const int days = is_thorough() ? 20 : 3;
    // A busy room makes some 1,000 acts a day.
    const int statements = is_thorough() ? 400 : 35;
    const store::TemporaryFolder folder;
    Meetings meetings{folder.path};
    std::cout << "long_run_test: " << days << " days of " << statements * Meetings::acts_a_statement
              << " acts\n";
    // Fills everything that is bounded: the memory of Undo and the recent commands.
    while (meetings.room().room().revision.value < rooms::RecentCommands::most)
        meetings.hold(statements);
    const Evening first = evening(meetings.room(), folder.path);
    Evening last = first;
    for (int day = 1; day < days; ++day) {
        meetings.hold(statements);
        last = evening(meetings.room(), folder.path);
        CHECK(last.acts_read_at_start < 2 * rooms::acts_between_snapshots);
    }
    // Each day leaves one closed meeting.
    constexpr std::size_t noise = 4UL * 1024 * 1024;
    CHECK(last.memory < first.memory + noise);
    CHECK(last.descriptors == first.descriptors);
    CHECK(last.start < 3 * first.start + Milliseconds{1000});
    meetings.close();
    CHECK(store::check_log(folder.path).is_sound());
}

}  // namespace
}  // namespace rostrum::endurance
