#include "bench/commits.hpp"

#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>

#include "bench/served_rooms.hpp"
#include "bench/temporary_folder.hpp"
#include "store/log_check.hpp"

// These tests check no speed: other work on the machine would decide the result.
namespace rostrum::bench {
namespace {

CommitFigures measured_shortly(const std::filesystem::path& folder) {
    return measure_commits({.folder = folder,
                            .rounds = 2,
                            .single_commands = 3,
                            .rooms = 4,
                            .acts_before = 10,
                            .waiting_in_each = 2,
                            .busy_for = std::chrono::milliseconds{20}});
}

}  // namespace

TEST_CASE("commits are measured next to the bare disk, in one room and in many") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    const CommitFigures figures = measured_shortly(folder.path());
    CHECK(figures.bare_us.low > 0);
    // Single measurements vary with the machine's load, so only their presence is certain.
    CHECK(figures.single_us.low > 0);
    CHECK(figures.single_to_bare.median > 0);
    CHECK(figures.commands_a_second.median > 0);
    // Four rooms with two commands each: at most all eight in one commit.
    CHECK(figures.acts_a_commit.median >= 1);
    CHECK(figures.acts_a_commit.median <= 8);
}

TEST_CASE("measuring commits leaves no files behind") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    static_cast<void>(measured_shortly(folder.path()));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("each measured command is an act of a log that verifies") {
    const TemporaryFolder folder(std::filesystem::temp_directory_path());
    Work work;
    {
        ServedRooms rooms(folder.path(), 3);
        CHECK(rooms.one_at_a_time(5).size() == 5);
        work = rooms.all_at_once(2, std::chrono::milliseconds{1});
    }
    CHECK(work.commands >= 6);
    CHECK(work.commits >= 1);
    CHECK(work.seconds > 0);
    const store::LogCheck check = store::check_log(folder.path());
    CHECK(check.is_sound());
}

TEST_CASE("the table names each figure") {
    std::ostringstream out;
    CommitPlan plan;
    plan.rooms = 200;
    print(out, {.plan = plan,
                .bare_us = {100, 200, 300},
                .single_us = {210, 300, 400},
                .single_to_bare = {1.25, 1.5, 1.75},
                .commands_a_second = {50'000, 60'000, 70'000},
                .acts_a_commit = {180, 200, 220}});
    CHECK(out.str() ==
          "append and fdatasync, µs           200 (100 to 300)\n"
          "command to Accepted, one room, µs  300 (210 to 400)\n"
          "  times the append                 1.50 (1.25 to 1.75)\n"
          "commands a second, 200 rooms       60000 (50000 to 70000)\n"
          "  acts a commit                    200 (180 to 220)\n");
}

}  // namespace rostrum::bench
