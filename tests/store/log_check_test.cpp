#include "store/log_check.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

#include <catch2/catch.hpp>

#include "log_fixture.hpp"
#include "store/hexadecimal.hpp"
#include "store/store_error.hpp"
#include "unprivileged_user.hpp"

namespace rostrum::store {
namespace {

/// Five acts in one room, the second with a person's name in it, and one act in another.
struct CheckFixture : LogFixture {
    CheckFixture() {
        for (std::uint64_t revision = 1; revision <= 5; ++revision) add(revision);
        if (!write("yy", notice(1, "command1"))) throw std::runtime_error("It does not write.");
    }
    void add(std::uint64_t revision) {
        Act act = notice(revision, "command" + std::to_string(revision));
        if (revision == 2)
            act.events.emplace_back(SpeakerNamed{MeetingId{"cuba"}, DelegationId{"b"}, "A name"});
        if (!write("xx", act)) throw std::runtime_error("It does not write.");
    }
    /// The breaks of room xx: `2 hash, 3 gap`.
    std::string breaks(std::span<const Head> earlier = {}) const {
        std::string found;
        const LogCheck check = check_log(folder.path, earlier);
        for (const Break& one : check.rooms.at(0).breaks)
            found += (found.empty() ? "" : ", ") + std::to_string(one.revision.value) + ' ' +
                     std::string(name_of(one.flaw));
        CHECK(check.is_sound() == found.empty());
        CHECK(check.rooms.at(1).is_sound());
        return found;
    }
    std::string chain(int revision) const {
        const Database opened(file(), Database::Opening::existing);
        Statement row = opened.prepare("SELECT chain FROM acts WHERE room = 'xx' AND revision = ?");
        row.with(std::int64_t{revision});
        REQUIRE(row.next());
        return hexadecimal(row.bytes(0));
    }
    void forge(const std::string& sql) { tamper("PRAGMA foreign_keys = OFF; " + sql); }
};

TEST_CASE_METHOD(CheckFixture, "a sound log is reported with its contents") {
    const LogCheck check = check_log(folder.path);
    CHECK(check.is_sound());
    CHECK_FALSE(check.scrubbing_due);
    CHECK(check.log_id == "000102030405060708090a0b0c0d0e0f");
    REQUIRE(check.rooms.size() == 2);
    CHECK(check.rooms[0].head == Head{RoomId{"xx"}, Revision{5}, chain(5)});
    CHECK(check.rooms[0].acts == 5);
    CHECK(check.rooms[0].erased_names == 0);
    CHECK(check.rooms[1].head.room == RoomId{"yy"});
    CHECK(check.rooms[1].acts == 1);
}

TEST_CASE_METHOD(CheckFixture, "a break is reported once, with its act and kind") {
    const auto [forgery, expected] = GENERATE(table<std::string, std::string>({
        {"UPDATE acts SET at_unix_ms = at_unix_ms + 1 WHERE room = 'xx' AND revision = 3",
         "3 hash"},
        {"UPDATE acts SET role = 2 WHERE room = 'xx' AND revision = 1", "1 hash"},
        {"UPDATE acts SET device = 'Phone' WHERE room = 'xx' AND revision = 5", "5 hash"},
        {"UPDATE acts SET chain = zeroblob(32) WHERE room = 'xx' AND revision = 3",
         "3 hash, 4 hash"},
        {"UPDATE acts SET at_unix_ms = at_unix_ms - 5 WHERE room = 'xx' AND revision = 3",
         "3 hash"},
        {"UPDATE events SET payload_hash = zeroblob(32) WHERE room = 'xx' AND revision = 3",
         "3 hash, 3 payload"},
        {"UPDATE events SET payload = (SELECT payload FROM events WHERE room = 'xx' AND "
         "revision = 1) WHERE room = 'xx' AND revision = 3",
         "3 payload"},
        {"UPDATE events SET payload = x'ff', erased = 1 WHERE room = 'xx' AND revision = 3",
         "3 payload"},
        {"UPDATE events SET salt = zeroblob(16) WHERE room = 'xx' AND revision = 3", "3 payload"},
        {"UPDATE events SET position = 7 WHERE room = 'xx' AND revision = 2 AND position = 0",
         "2 hash"},
        {"DELETE FROM events WHERE room = 'xx' AND revision = 4", "4 hash"},
        {"DELETE FROM events WHERE revision = 1 AND room = 'xx'; "
         "DELETE FROM acts WHERE revision = 1 AND room = 'xx'",
         "1 gap"},
        {"DELETE FROM events WHERE room = 'xx' AND revision BETWEEN 2 AND 4; "
         "DELETE FROM acts WHERE room = 'xx' AND revision BETWEEN 2 AND 4",
         "2 gap"},
        {"DELETE FROM acts WHERE room = 'xx' AND revision = 5", "5 gap"},
        {"UPDATE acts SET revision = -1 WHERE room = 'xx' AND revision = 5", "0 order, 5 gap"},
    }));
    CAPTURE(forgery);
    forge(forgery);
    CHECK(breaks() == expected);
}

TEST_CASE_METHOD(CheckFixture, "a break is reported in a sentence") {
    forge(
        "DELETE FROM events WHERE room = 'xx' AND revision BETWEEN 2 AND 4; "
        "DELETE FROM acts WHERE room = 'xx' AND revision BETWEEN 2 AND 4; "
        "UPDATE acts SET device = 'Phone' WHERE room = 'xx' AND revision = 1");
    CHECK(check_log(folder.path).rooms[0].breaks ==
          std::vector<Break>{{Revision{1}, Flaw::hash, "It was changed, or the act before it was."},
                             {Revision{2}, Flaw::gap, "It is missing, and those up to 4."}});
}

TEST_CASE_METHOD(CheckFixture, "breaks beyond the limit are only counted") {
    for (std::uint64_t revision = 6; revision <= 30; ++revision) add(revision);
    forge("UPDATE events SET salt = x'00' WHERE room = 'xx'");
    const RoomCheck check = check_log(folder.path).rooms[0];
    CHECK(check.breaks.size() == 20);
    CHECK(check.more_breaks == 10);
}

// The chain alone is sound in each of these.
TEST_CASE_METHOD(CheckFixture, "an earlier head reveals what the chain cannot") {
    const std::vector<Head> earlier{check_log(folder.path).rooms[0].head};
    SECTION("later acts are not a break") {
        add(6);
        CHECK(breaks(earlier).empty());
    }
    SECTION("acts cut off the end are a break") {
        forge(
            "DELETE FROM events WHERE room = 'xx' AND revision >= 4; "
            "DELETE FROM acts WHERE room = 'xx' AND revision >= 4");
        CHECK(breaks().empty());
        CHECK(breaks(earlier) == "5 head");
        open();
        CHECK(log->read(RoomId{"xx"}, Revision{}).size() == 3);
    }
    SECTION("acts cut off and rewritten are a break") {
        forge(
            "DELETE FROM events WHERE room = 'xx' AND revision >= 4; "
            "DELETE FROM acts WHERE room = 'xx' AND revision >= 4");
        open();
        REQUIRE(write("xx", notice(4, "another")));
        REQUIRE(write("xx", notice(5, "and another")));
        CHECK(breaks().empty());
        CHECK(breaks(earlier) == "5 head");
    }
    SECTION("a missing room is a break") {
        forge("DELETE FROM events WHERE room = 'xx'; DELETE FROM acts WHERE room = 'xx'");
        CHECK(check_log(folder.path).is_sound());
        CHECK(breaks(earlier) == "5 head");
    }
}

/// All files and their bytes.
std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        files[entry.path().filename()] = {std::istreambuf_iterator<char>(file), {}};
    }
    // SQLite's list of readers is not part of the log.
    files.erase("log.db-shm");
    return files;
}

TEST_CASE_METHOD(CheckFixture, "a log is read while it is served, and not changed") {
    const auto before = files_in(folder.path);
    REQUIRE(before.contains("log.db-wal"));
    LogReader reader = open_for_reading(folder.path);
    CHECK(reader.acts(RoomId{"xx"}, Revision{}) == log->read(RoomId{"xx"}, Revision{}));
    CHECK(check_log(folder.path).is_sound());
    CHECK(files_in(folder.path) == before);
    add(6);
    CHECK(reader.acts(RoomId{"xx"}, Revision{5}).size() == 1);
}

TEST_CASE_METHOD(CheckFixture,
                 "a log that is not served is read, and no files are left next to it") {
    close();
    const auto before = files_in(folder.path);
    CHECK(open_for_reading(folder.path).rooms().size() == 2);
    CHECK(check_log(folder.path).is_sound());
    CHECK(files_in(folder.path) == before);
    CHECK_FALSE(std::filesystem::exists(folder.path / "log.db-shm"));
}

TEST_CASE_METHOD(CheckFixture, "a server can start while its log is read") {
    close();
    LogReader reader = open_for_reading(folder.path);
    REQUIRE(reader.rooms().size() == 2);
    open();
    add(6);
    CHECK(reader.acts(RoomId{"xx"}, Revision{}).size() == 6);
}

TEST_CASE_METHOD(CheckFixture, "a copy from a killed server is read, with its journal") {
    const TemporaryFolder copy;
    for (const auto* name : {"log.db", "log.db-wal"})
        std::filesystem::copy(folder.path / name, copy.path);
    const auto before = files_in(copy.path);
    CHECK(check_log(copy.path).rooms.at(0).acts == 5);
    CHECK(files_in(copy.path) == before);
}

TEST_CASE_METHOD(CheckFixture, "a read-only copy is read") {
    close();
    // A file name with characters that are special in a URI.
    const std::filesystem::path copy = folder.path / "50%23 #1?";
    std::filesystem::create_directory(copy);
    std::filesystem::copy(file(), copy);
    std::filesystem::permissions(copy / "log.db", std::filesystem::perms{0444});
    std::filesystem::permissions(copy, std::filesystem::perms{0555});
    std::filesystem::permissions(folder.path, std::filesystem::perms{0555});
    const UnprivilegedUser nobody;
    CHECK(check_log(copy).is_sound());
    CHECK(open_for_reading(copy).acts(RoomId{"xx"}, Revision{}).size() == 5);
}

TEST_CASE("a folder without a log is reported") {
    const TemporaryFolder folder;
    const std::string sentence =
        "The log " + (folder.path / "log.db").string() + " cannot be used: there is none.";
    CHECK_THROWS_WITH(check_log(folder.path), sentence);
    CHECK_THROWS_WITH(open_for_reading(folder.path), sentence);
    CHECK(std::filesystem::is_empty(folder.path));
}

}  // namespace
}  // namespace rostrum::store
