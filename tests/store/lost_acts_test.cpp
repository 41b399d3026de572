#include "store/lost_acts.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/backup.hpp"
#include "store/heartbeat_file.hpp"

namespace rostrum::store {
namespace {

/// A log with three acts, and a heartbeat file that notes them.
struct NotedFixture : LogFixture {
    NotedFixture() {
        for (std::uint64_t revision = 1; revision <= 3; ++revision)
            if (!write("xx", notice(revision, "command" + std::to_string(revision))))
                throw std::runtime_error("It does not write.");
        note(log->heads());
    }
    void note(NotedHeads heads) {
        HeartbeatFile(folder.path)
            .note({{instant_from_unix_ms(1'523'430'000'000), {}, ""}, std::move(heads)});
    }
    [[nodiscard]] std::string lacks(const std::string& what) const {
        return "The log " + file().string() + " lacks acts that were accepted: " + what +
               ". Nothing was changed. `rostrum recover` makes a folder of all that is left, "
               "`rostrum restore` one of a backup: docs/operations.md, \"A log that lacks acts\".";
    }
};

constexpr auto cut_off_end =
    "DELETE FROM events WHERE revision > 1; DELETE FROM acts WHERE revision > 1";

TEST_CASE_METHOD(NotedFixture, "a log with all noted acts opens, and so does one with more") {
    CHECK(complaint().empty());
    CHECK(write("xx", notice(4, "command4")));
    CHECK(complaint().empty());
    CHECK(log->warnings().empty());
}

TEST_CASE_METHOD(NotedFixture, "a log that lacks noted acts is refused as it is") {
    tamper(cut_off_end);
    CHECK(complaint() == lacks("room xx from act 2 on, up to act 3 at least"));
    CHECK(complaint() == lacks("room xx from act 2 on, up to act 3 at least"));
    CHECK_THROWS_WITH(back_up(folder.path, folder.path / "backup"),
                      Catch::Contains("was changed, so it was not copied"));
    std::filesystem::remove(folder.path / "alive");
    CHECK(complaint().empty());
}

TEST_CASE_METHOD(NotedFixture, "a log without a noted room is refused") {
    tamper("DELETE FROM events; DELETE FROM acts");
    CHECK(complaint() == lacks("room xx from act 1 on, up to act 3 at least"));
}

TEST_CASE_METHOD(NotedFixture, "a log with another act than the noted one is refused") {
    NotedHeads heads = log->heads();
    heads.heads[0].hash = std::string(64, 'a');
    note(heads);
    CHECK(complaint() == lacks("room xx has another act 3 than was accepted"));
}

TEST_CASE_METHOD(NotedFixture, "a log with another id must hold the noted acts too") {
    tamper("UPDATE meta SET log_id = 'another'");
    CHECK(complaint().empty());
    CHECK(log->warnings() ==
          std::vector<std::string>{
              "The log " + file().string() +
              " has another id than the one that was last served here, with the same acts: screens "
              "load their rooms again."});
    tamper(cut_off_end);
    CHECK(complaint() == lacks("room xx from act 2 on, up to act 3 at least"));
}

TEST_CASE_METHOD(NotedFixture, "no log is made where one was") {
    close();
    for (const char* name : {"log.db", "log.db-wal", "log.db-shm"})
        std::filesystem::remove(folder.path / name);
    CHECK(complaint() == "The log " + file().string() +
                             " is gone, and with it 1 room: put it back, or restore a backup. To "
                             "begin a new record, name another folder.");
    CHECK_FALSE(std::filesystem::exists(file()));
}

TEST_CASE_METHOD(NotedFixture, "a damaged heartbeat file notes nothing, and is known as damaged") {
    CHECK_FALSE(HeartbeatFile(folder.path).is_damaged());
    const std::filesystem::path alive = folder.path / "alive";
    std::string text = alive_text(*read_alive(folder.path));
    for (std::size_t i = 0; i < text.size(); i += 7) {
        std::string other = text;
        other[i] ^= 4;
        std::ofstream(alive) << other;
        CAPTURE(i);
        CHECK(noted_heads(folder.path).heads.empty());
        CHECK(HeartbeatFile(folder.path).is_damaged());
    }
    std::filesystem::remove(alive);
    CHECK_FALSE(HeartbeatFile(folder.path).is_damaged());
}

}  // namespace
}  // namespace rostrum::store
