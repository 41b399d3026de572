#include <fstream>

#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/store_error.hpp"
#include "unprivileged_user.hpp"

namespace rostrum::store {
namespace {

void overwrite(const std::filesystem::path& path, std::streamoff offset, const std::string& bytes) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file << bytes;
}

TEST_CASE_METHOD(LogFixture, "a folder has only one server") {
    const std::string in_use = "The data folder " + folder.path.string() +
                               " is in use by another rostrum: stop that one first, or choose "
                               "another folder.";
    CHECK_THROWS_WITH(SqliteLog(folder.path, thread.executor(), system_random_bytes()), in_use);
    close();
    CHECK_NOTHROW(SqliteLog(folder.path, thread.executor(), system_random_bytes()));
}

TEST_CASE_METHOD(LogFixture, "a file that is not a database is left unchanged") {
    close();
    std::filesystem::remove(file());
    std::ofstream(file()) << "Dear diary, today the meeting began at nine. It was long.\n";
    const auto size = std::filesystem::file_size(file());
    CHECK(complaint() == "The log " + file().string() + " cannot be used: it is not a database.");
    CHECK(std::filesystem::file_size(file()) == size);
}

TEST_CASE_METHOD(LogFixture, "an emptied log is not taken for a new one") {
    close();
    std::filesystem::resize_file(file(), 0);
    CHECK(complaint() ==
          "The log " + file().string() + " cannot be used: it is not a log of Rostrum.");
}

TEST_CASE_METHOD(LogFixture, "a foreign database is left unchanged") {
    close();
    std::filesystem::remove(file());
    Database(file(), Database::Opening::create).execute("CREATE TABLE recipes (name TEXT)");
    CHECK(complaint() ==
          "The log " + file().string() + " cannot be used: it is not a log of Rostrum.");
}

TEST_CASE_METHOD(LogFixture, "a log of a newer version is left unchanged") {
    tamper("PRAGMA user_version = 7");
    CHECK(complaint() == "The log " + file().string() +
                             " cannot be used: it is of version 7, made by a newer rostrum; this "
                             "one knows version 5.");
}

TEST_CASE_METHOD(LogFixture, "a damaged log never becomes an empty room") {
    std::vector<Act> acts;
    for (std::uint64_t revision = 1; revision <= 100; ++revision)
        acts.push_back(notice(revision, "command" + std::to_string(revision)));
    const auto result = append("xx", 0, std::move(acts));
    REQUIRE(std::holds_alternative<rooms::Durable>(result));
    close();

    SECTION("with its middle overwritten") {
        overwrite(file(), 8192, std::string(8192, 'x'));
        CHECK_THAT(complaint(),
                   Catch::Contains("The log " + file().string()) && Catch::Contains("damaged"));
    }
    SECTION("with its end cut off") {
        std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
        CHECK_THAT(complaint(),
                   Catch::Contains("The log " + file().string()) && Catch::Contains("damaged"));
    }
    SECTION("with its file missing but its journal present") {
        std::filesystem::rename(file(), file().string() + "-wal");
        CHECK(complaint() == "The log " + file().string() + " is gone, but its journal " +
                                 file().string() +
                                 "-wal is there: put the log back, or restore both.");
    }
}

TEST_CASE("a folder that cannot be made is reported") {
    RoomsThread thread;
    CHECK_THROWS_WITH(SqliteLog("/dev/null/rostrum", thread.executor(), system_random_bytes()),
                      "The data folder /dev/null/rostrum cannot be made: Not a directory.");
}

TEST_CASE("read-only files are reported") {
    const TemporaryFolder folder;
    RoomsThread thread;
    const auto opening = [&] {
        const SqliteLog log(folder.path, thread.executor(), system_random_bytes());
    };
    const auto file = folder.path / "log.db";

    SECTION("a folder") {
        std::filesystem::permissions(folder.path, std::filesystem::perms{0555});
        const UnprivilegedUser nobody;
        CHECK_THROWS_WITH(opening(), "The data folder " + folder.path.string() +
                                         " cannot be written: Permission denied.");
    }
    SECTION("a log") {
        opening();
        std::filesystem::permissions(folder.path, std::filesystem::perms{0777});
        std::filesystem::permissions(folder.path / "lock", std::filesystem::perms{0666});
        std::filesystem::permissions(file, std::filesystem::perms{0444});
        const UnprivilegedUser nobody;
        CHECK_THROWS_WITH(opening(),
                          "The log " + file.string() + " cannot be used: it may not be written.");
    }
}

TEST_CASE("a new folder is readable only by its owner") {
    const TemporaryFolder parent;
    RoomsThread thread;
    const SqliteLog log(parent.path / "data", thread.executor(), system_random_bytes());
    CHECK(std::filesystem::status(parent.path / "data").permissions() ==
          std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace rostrum::store
