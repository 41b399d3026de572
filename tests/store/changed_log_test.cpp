// A log that others change while it is open.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "disk.hpp"
#include "log_fixture.hpp"

namespace rostrum::store {
namespace {

using rooms::Appended;
using rooms::Conflict;
using rooms::Unavailable;

struct ChangedLogFixture : LogFixture, WholeDisk {
    ChangedLogFixture() {
        for (std::uint64_t revision = 1; revision <= 3; ++revision)
            if (!write("xx", notice(revision, "command" + std::to_string(revision))))
                throw std::runtime_error("It does not write.");
    }
    [[nodiscard]] std::filesystem::path journal() const { return file().string() + "-wal"; }
    std::string refusal(std::uint64_t expected = 3) {
        const Appended answer = append("xx", expected, {notice(expected + 1, "command-late")});
        const auto* unavailable = std::get_if<Unavailable>(&answer);
        if (unavailable == nullptr) return "none";
        CHECK_FALSE(unavailable->may_be_done);
        return unavailable->reason;
    }
    void overwrite_journal(std::streamoff at, const std::string& bytes) const {
        std::fstream stream(journal(), std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(at);
        stream << bytes;
    }
    /// Another program's transaction.
    void change(const std::string& sql) const {
        Database other(file(), Database::Opening::existing);
        other.execute(sql);
    }
    void is_refused_from_now_on(const std::string& reason) {
        const std::string sentence =
            "The log " + file().string() + " cannot be written: " + reason + ".";
        CHECK(refusal() == sentence);
        CHECK(refusal() == sentence);
        CHECK(log->fault().value_or("") == "The record cannot be written: " + reason + ".");
        for (int asked = 0; asked < 100; ++asked) CHECK_FALSE(log->is_writable());
        CHECK(refusal() == sentence);
    }
};

constexpr auto changed_journal =
    "its journal was changed by another program, so accepted acts may be lost. Stop the server and "
    "start it again: it says what is missing";

TEST_CASE_METHOD(ChangedLogFixture, "a journal that was cut or overwritten is not written to") {
    const auto size = std::filesystem::file_size(journal());
    SECTION("cut to nothing") {
        std::filesystem::resize_file(journal(), 0);
    }
    SECTION("cut by its last page") {
        std::filesystem::resize_file(journal(), size - 4096 - 24);
    }
    SECTION("its header overwritten") {
        overwrite_journal(0, std::string(32, '\0'));
    }
    SECTION("its last frame overwritten") {
        overwrite_journal(static_cast<std::streamoff>(size) - 4096 - 24, std::string(24, 'x'));
    }
    const auto changed = std::filesystem::file_size(journal());
    is_refused_from_now_on(changed_journal);
    CHECK(std::filesystem::file_size(journal()) == changed);
}

TEST_CASE_METHOD(ChangedLogFixture, "an older log copied over this one is not written to") {
    const std::filesystem::path older = folder.path / "older.db";
    std::filesystem::copy_file(file(), older);
    change("PRAGMA wal_checkpoint(PASSIVE)");
    CHECK(write("xx", notice(4, "command4")));
    change("PRAGMA wal_checkpoint(PASSIVE)");
    {
        std::ifstream from(older, std::ios::binary);
        std::ofstream(file(), std::ios::binary) << from.rdbuf();
    }
    CHECK_THAT(refusal(4), Catch::Contains(file().string() + " cannot be written: "));
    CHECK_FALSE(log->is_writable());
}

TEST_CASE_METHOD(ChangedLogFixture, "a log with bytes of another program is not written to") {
    change("PRAGMA wal_checkpoint(PASSIVE)");
    SECTION("cut") {
        std::filesystem::resize_file(file(), 4096);
    }
    SECTION("another header") {
        std::fstream(file(), std::ios::in | std::ios::out | std::ios::binary)
            << std::string(4096, '\0');
    }
    CHECK_THAT(refusal(), Catch::Contains(file().string() + " cannot be written: "));
    CHECK_FALSE(log->is_writable());
}

TEST_CASE_METHOD(ChangedLogFixture, "closing leaves a changed journal as it is") {
    std::filesystem::resize_file(journal(), 0);
    is_refused_from_now_on(changed_journal);
    overwrite_journal(0, std::string(200'000, 'x'));
    std::string before(std::filesystem::file_size(file()), '\0');
    std::ifstream(file()).read(before.data(), static_cast<std::streamsize>(before.size()));
    close();
    std::string after(std::filesystem::file_size(file()), '\0');
    std::ifstream(file()).read(after.data(), static_cast<std::streamsize>(after.size()));
    CHECK(before == after);
    CHECK(std::filesystem::file_size(journal()) == 200'000);
}

TEST_CASE_METHOD(ChangedLogFixture, "a log that lost its last act is not written to") {
    change(
        "PRAGMA foreign_keys = OFF; BEGIN; DELETE FROM events WHERE revision = 3; "
        "DELETE FROM acts WHERE revision = 3; COMMIT");
    is_refused_from_now_on(
        "act 3 of room xx, which was accepted, is gone. Stop the server and start it again: it "
        "says "
        "what is missing");
}

TEST_CASE_METHOD(ChangedLogFixture, "a log with another last act is not written to") {
    change("UPDATE acts SET chain = x'00' WHERE revision = 3");
    is_refused_from_now_on(
        "act 3 of room xx, which was accepted, is gone. Stop the server and start it again: it "
        "says "
        "what is missing");
}

TEST_CASE_METHOD(ChangedLogFixture, "acts that another server adds are a conflict, not a loss") {
    change(
        "INSERT INTO acts (room, revision, at_unix_ms, role, device, command_id, kind, chain) "
        "VALUES ('xx', 4, 0, 1, '', 'elsewhere1', 1, x'01')");
    const Appended answer = append("xx", 3, {notice(4, "command4")});
    REQUIRE(std::holds_alternative<Conflict>(answer));
    CHECK(std::get<Conflict>(answer).actual == Revision{4});
}

TEST_CASE_METHOD(ChangedLogFixture, "an append from a future revision is a conflict") {
    for (const std::uint64_t expected : {std::uint64_t{4}, std::uint64_t{1'000'000}}) {
        const Appended answer = append("xx", expected, {notice(expected + 1, "command-late")});
        REQUIRE(std::holds_alternative<Conflict>(answer));
        CHECK(std::get<Conflict>(answer).actual == Revision{3});
    }
    CHECK(std::holds_alternative<Conflict>(append("yy", 1, {notice(2, "command-late")})));
    CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 3);
    CHECK(log->rooms() == std::vector{RoomId{"xx"}});
}

TEST_CASE_METHOD(ChangedLogFixture, "a commit whose sync failed is taken back before its refusal") {
    const auto copied = [this] {
        const TemporaryFolder copy;
        for (const char* name : {"log.db", "log.db-wal"})
            std::filesystem::copy_file(folder.path / name, copy.path / name);
        return SqliteLog(copy.path, thread.executor(), system_random_bytes())
            .read(RoomId{"xx"}, Revision{})
            .size();
    };
    const auto fails = [this] {
        const Appended answer = append("xx", 3, {notice(4, "command4")});
        REQUIRE(std::holds_alternative<Unavailable>(answer));
        return std::get<Unavailable>(answer);
    };
    SECTION("and is not done, if the disk confirms that") {
        Disk::instance().fail_syncs(EIO, 1);
        CHECK_FALSE(fails().may_be_done);
    }
    SECTION("and may be done, if the disk does not") {
        Disk::instance().fail_syncs(EIO);
        CHECK(fails().may_be_done);
        CHECK(fails().may_be_done);
    }
    // As after a kill.
    Disk::instance().fail_syncs(0);
    CHECK(copied() == 3);
    CHECK(write("xx", notice(4, "command4")));
    CHECK(copied() == 4);
}

TEST_CASE_METHOD(ChangedLogFixture, "a commit whose pages cannot be written is not done") {
    // Far more than the log needs: the disk below refuses earlier.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit limited{std::min<rlim_t>(before.rlim_max, rlim_t{1} << 40U), before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limited) == 0);
    for (const int error : {EIO, ENOSPC, EFBIG}) {
        Disk::instance().fail_writes(error);
        const Appended answer = append("xx", 3, {notice(4, "command4")});
        REQUIRE(std::holds_alternative<Unavailable>(answer));
        CHECK_FALSE(std::get<Unavailable>(answer).may_be_done);
    }
    CHECK(log->fault().value_or("") ==
          "The record cannot be written: it may not grow: there is a limit on the size of files.");
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
}

TEST_CASE_METHOD(ChangedLogFixture, "the journal is emptied when nothing happens") {
    REQUIRE(std::filesystem::file_size(journal()) > 0);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
    while (std::filesystem::file_size(journal()) > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    CHECK(std::filesystem::file_size(journal()) == 0);
    CHECK(write("xx", notice(4, "command4")));
    CHECK(log->is_writable());
}

TEST_CASE_METHOD(ChangedLogFixture, "a second server is refused also when the lock was removed") {
    std::filesystem::remove(folder.path / "lock");
    CHECK_THROWS_WITH(SqliteLog(folder.path, thread.executor(), system_random_bytes()),
                      Catch::Contains("is in use by another rostrum"));
}

}  // namespace
}  // namespace rostrum::store
