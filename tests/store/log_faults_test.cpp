#include <cerrno>
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

#include "disk.hpp"
#include "log_fixture.hpp"
#include "unprivileged_user.hpp"

namespace rostrum::store {
namespace {

using rooms::Appended;
using rooms::Conflict;
using rooms::Durable;
using rooms::Unavailable;

struct FaultyFixture : LogFixture, WholeDisk {
    FaultyFixture() {
        if (!write("xx", notice(1, "command1"))) throw std::runtime_error("It does not write.");
    }
    std::string refusal() {
        const Appended answer = append("xx", 1, {notice(2, "command2")});
        const auto* unavailable = std::get_if<Unavailable>(&answer);
        return unavailable != nullptr ? unavailable->reason : "none";
    }
    std::string cannot(const std::string& reason) const {
        return "The log " + file().string() + " cannot be written: " + reason + ".";
    }
};

TEST_CASE_METHOD(FaultyFixture, "a full disk is reported until there is room again") {
    Disk::instance().fail_writes(ENOSPC);
    CHECK(log->is_writable());
    CHECK(refusal() == cannot("the disk is full"));
    CHECK(refusal() == cannot("the disk is full"));
    CHECK_FALSE(log->is_writable());
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);

    Disk::instance().fail_writes(0);
    CHECK(write("xx", notice(2, "command2")));
    CHECK(log->is_writable());
    close();
    open();
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 2);
}

TEST_CASE_METHOD(FaultyFixture, "a failing disk is reported") {
    Disk::instance().fail_writes(EIO);
    CHECK(refusal() == cannot("the disk fails"));
}

TEST_CASE_METHOD(FaultyFixture, "an act that did not reach the disk is not durable") {
    Disk::instance().fail_syncs(EIO);
    CHECK(refusal() == cannot("the disk fails"));
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);

    Disk::instance().fail_syncs(0);
    CHECK(write("xx", notice(2, "command3")));
    close();
    open();
    CHECK(log->read(RoomId{"xx"}, Revision{}) ==
          std::vector{notice(1, "command1"), notice(2, "command3")});
}

TEST_CASE_METHOD(FaultyFixture, "a missing log is waited for, not recreated") {
    Disk::instance().fail_writes(EIO);
    CHECK(refusal() == cannot("the disk fails"));
    Disk::instance().fail_writes(0);
    const std::filesystem::path away = folder.path / "away";
    std::filesystem::rename(file(), away);
    CHECK(refusal() == cannot("it cannot be opened"));
    CHECK_FALSE(std::filesystem::exists(file()));
    std::filesystem::rename(away, file());
    CHECK(write("xx", notice(2, "command2")));
}

TEST_CASE_METHOD(FaultyFixture, "a write to a deleted file is not durable") {
    const std::filesystem::path away = folder.path / "away";
    std::filesystem::rename(file(), away);
    CHECK(refusal() == cannot("it was deleted, or another took its place"));
    // Reading the open file does not find it either.
    CHECK_THROWS_WITH(log->read(RoomId{"xx"}, Revision{}),
                      Catch::Contains("cannot be read: it cannot be opened"));
    CHECK_FALSE(std::filesystem::exists(file()));
    std::filesystem::rename(away, file());
    CHECK(log->read(RoomId{"xx"}, Revision{1}) == std::vector{notice(2, "command2")});
    CHECK(write("xx", notice(3, "command3")));
}

TEST_CASE_METHOD(FaultyFixture, "a replaced log is neither written nor read") {
    {
        const TemporaryFolder other;
        { const SqliteLog made{other.path, thread.executor(), system_random_bytes()}; }
        std::filesystem::rename(other.path / "log.db", file());
    }
    std::filesystem::remove(file().string() + "-wal");
    std::filesystem::remove(file().string() + "-shm");
    CHECK(refusal() == cannot("it was deleted, or another took its place"));
    CHECK(refusal() == cannot("another log took its place"));
    CHECK_THROWS_WITH(log->read(RoomId{"xx"}, Revision{}),
                      Catch::Contains("another log took its place"));
    CHECK(std::get<Unavailable>(fetch("xx", 0)).reason ==
          "The log " + file().string() + " cannot be read: another log took its place.");
}

TEST_CASE_METHOD(FaultyFixture, "reads and commits do not wait for each other") {
    Disk::instance().hold_syncs();
    std::optional<Appended> answer;
    log->append(RoomId{"xx"}, Revision{1}, {notice(2, "command2")},
                [&](const Appended& appended) { answer = appended; });
    Disk::instance().wait_for_a_held_sync();
    CHECK(std::get<std::vector<Act>>(fetch("xx", 0)) == std::vector{notice(1, "command1")});
    CHECK(find("xx", {CommandId{"command1"}}) == std::vector<std::uint64_t>{1});
    CHECK_FALSE(answer.has_value());
    Disk::instance().let_go();
    thread.run_until([&] { return answer.has_value(); });
    CHECK(std::holds_alternative<Durable>(*answer));
    CHECK(std::get<std::vector<Act>>(fetch("xx", 1)) == std::vector{notice(2, "command2")});
}

TEST_CASE_METHOD(FaultyFixture, "no read runs on the calling thread") {
    bool is_done = false;
    log->fetch(RoomId{"xx"}, Revision{}, [&](const auto&) { is_done = true; });
    log->find(RoomId{"xx"}, {CommandId{"command1"}}, [&](const auto&) { is_done = true; });
    CHECK_FALSE(is_done);
    // The pending reads finish before the log closes.
    close();
    CHECK_FALSE(is_done);
}

TEST_CASE_METHOD(FaultyFixture, "the contents of a deleted journal are saved") {
    CHECK(write("xx", notice(2, "command2")));
    std::filesystem::remove(file().string() + "-wal");
    const Appended answer = append("xx", 2, {notice(3, "command3")});
    CHECK(std::get<Unavailable>(answer).reason == cannot("its journal was deleted"));
    const TemporaryFolder copied;
    std::filesystem::copy_file(file(), copied.path / "log.db");
    CHECK(SqliteLog(copied.path, thread.executor(), system_random_bytes())
              .read(RoomId{"xx"}, Revision{})
              .size() == 3);
    CHECK(write("xx", notice(4, "command4")));
    close();
    open();
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 4);
}

TEST_CASE_METHOD(FaultyFixture, "a recovered disk is noticed without another act") {
    Disk::instance().fail_writes(ENOSPC);
    CHECK(refusal() == cannot("the disk is full"));
    for (int asked = 0; asked < 1000; ++asked) {
        if (log->is_writable()) FAIL("It was tried, and failed.");
        std::this_thread::yield();
    }
    Disk::instance().fail_writes(0);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
    while (!log->is_writable() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    CHECK(log->is_writable());
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 1);
}

TEST_CASE_METHOD(FaultyFixture,
                 "a log that can no longer be written is known before an act comes") {
    REQUIRE(log->is_writable());
    const std::filesystem::path away = folder.path / "away";
    SECTION("its file is missing") {
        std::filesystem::rename(file(), away);
        CHECK_FALSE(log->is_writable());
        std::filesystem::rename(away, file());
        CHECK(log->is_writable());
    }
    SECTION("its file is read-only") {
        std::filesystem::permissions(folder.path, std::filesystem::perms{0755});
        std::filesystem::permissions(file(), std::filesystem::perms{0444});
        const UnprivilegedUser nobody;
        CHECK_FALSE(log->is_writable());
    }
}

TEST_CASE_METHOD(FaultyFixture, "a concurrent writer is waited for") {
    std::optional<Appended> answer;
    {
        Database other(file(), Database::Opening::existing);
        const Transaction writing(other);
        log->append(RoomId{"xx"}, Revision{1}, {notice(2, "command2")},
                    [&](Appended appended) { answer = std::move(appended); });
    }
    thread.run_until([&] { return answer.has_value(); });
    CHECK(std::holds_alternative<Durable>(*answer));
}

struct Group : FaultyFixture {
    void ask(const std::string& room, std::uint64_t expected) {
        const std::size_t place = answers.size();
        answers.emplace_back();
        log->append(RoomId{room}, Revision{expected}, {notice(expected + 1, "in-" + room)},
                    [this, place](Appended appended) {
                        answers[place] = std::move(appended);
                        ++answered;
                    });
    }
    /// All the others arrive while the disk writes the first.
    void ask_while_writing(int rooms) {
        Disk::instance().hold_syncs();
        ask("first", 0);
        Disk::instance().wait_for_a_held_sync();
        for (int i = 0; i < rooms; ++i) ask("room-" + std::to_string(i), 0);
        ask("xx", 0);
    }
    std::vector<std::optional<Appended>> answers;
    std::size_t answered = 0;
};

TEST_CASE_METHOD(Group, "appends during a write share one commit") {
    const int before = Disk::instance().syncs();
    ask_while_writing(30);
    CHECK(answered == 0);
    Disk::instance().let_go();
    thread.run_until([&] { return answered == 32; });

    CHECK(Disk::instance().syncs() - before == 2);
    for (std::size_t i = 0; i < 31; ++i) CHECK(std::holds_alternative<Durable>(*answers[i]));
    // A conflict among them affects no other.
    CHECK(std::get<Conflict>(*answers[31]).actual == Revision{1});
    CHECK(log->rooms().size() == 32);
}

TEST_CASE_METHOD(Group, "a failed commit is reported to all who share it") {
    ask_while_writing(3);
    Disk::instance().fail_syncs(EIO);
    Disk::instance().let_go();
    thread.run_until([&] { return answered == 5; });
    for (const auto& answer : answers) CHECK(std::holds_alternative<Unavailable>(*answer));
    CHECK(log->rooms() == std::vector{RoomId{"xx"}});
}

}  // namespace
}  // namespace rostrum::store
