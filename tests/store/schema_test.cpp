#include "store/schema.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "store/store_error.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store {
namespace {

constexpr std::array<std::string_view, 3> steps{
    "CREATE TABLE notes (text TEXT)",
    "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'",
    "CREATE TABLE authors (name TEXT); INSERT INTO authors SELECT author FROM notes",
};
constexpr Schema version_1{"notebook", 0x1234, std::span(steps).first(1)};
constexpr Schema version_2{"notebook", 0x1234, std::span(steps).first(2)};
constexpr Schema version_3{"notebook", 0x1234, steps};

struct SchemaFixture {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path / "notes.db";
};

TEST_CASE_METHOD(SchemaFixture, "a new file is of the newest version") {
    const Database database = open_or_make(path, version_2);
    CHECK(database.number("PRAGMA user_version") == 2);
    CHECK(database.number("PRAGMA application_id") == 0x1234);
    CHECK(database.number("SELECT count(author) FROM notes") == 0);
}

TEST_CASE_METHOD(SchemaFixture, "an old file is upgraded step by step") {
    open_or_make(path, version_1).execute("INSERT INTO notes VALUES ('kept')");
    const Database database = open_existing(path, version_3);
    CHECK(database.number("PRAGMA user_version") == 3);
    CHECK(database.number("SELECT count(*) FROM notes WHERE text = 'kept' AND author = 'nobody'") ==
          1);
    CHECK(database.number("SELECT count(*) FROM authors WHERE name = 'nobody'") == 1);
}

TEST_CASE_METHOD(SchemaFixture, "a failed step leaves the file unchanged") {
    constexpr std::array<std::string_view, 3> broken{steps[0], steps[1], "NONSENSE"};
    open_or_make(path, version_1).execute("INSERT INTO notes VALUES ('kept')");
    CHECK_THROWS_AS(open_existing(path, Schema{"notebook", 0x1234, broken}), StoreError);
    const Database database = open_existing(path, version_1);
    CHECK(database.number("PRAGMA user_version") == 1);
}

TEST_CASE_METHOD(SchemaFixture, "a file appears complete or not at all") {
    const auto failing = [](Database&) { throw std::runtime_error("no random numbers"); };
    CHECK_THROWS_WITH(open_or_make(path, version_1, failing),
                      "The notebook " + path.string() + " cannot be used: no random numbers.");
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE_METHOD(SchemaFixture, "a file that must exist is not made") {
    CHECK_THROWS_WITH(open_existing(path, version_1),
                      "The notebook " + path.string() + " cannot be used: it cannot be opened.");
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE_METHOD(SchemaFixture, "commits reach the disk before they are answered") {
    const Database database = open_or_make(path, version_1);
    constexpr int full = 2;
    CHECK(database.number("PRAGMA synchronous") == full);
    CHECK(database.number("SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 1);
}

}  // namespace
}  // namespace rostrum::store
