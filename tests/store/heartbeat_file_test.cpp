#include "store/heartbeat_file.hpp"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "temporary_folder.hpp"

namespace rostrum::store {
namespace {

using rooms::ClockMark;
using namespace std::chrono_literals;

const ClockMark mark{instant_from_unix_ms(1'523'430'000'123), 5000'000'000'001ns,
                     "0a1b2c3d-0000-4000-8000-0123456789ab"};
const Heartbeat heartbeat{mark,
                          {"7d0c6f8a",
                           {{RoomId{"xx"}, Revision{12}, std::string(64, 'a')},
                            {RoomId{"xxvii"}, Revision{1}, std::string(64, '0')}}}};

/// The checksum is what `sha256sum` prints for the rest.
const std::string note_text =
    R"({"sha256": "83128019228584af9d58d28e18e37d010dcb7c38f8d4478d90de9f443847288c", "at_unix_ms": 1523430000123, "since_boot_ns": 5000000000001, )"
    R"("boot": "0a1b2c3d-0000-4000-8000-0123456789ab", "log": "7d0c6f8a", "heads": [)"
    "\n"
    R"(  {"room": "xx", "revision": 12, "hash": ")" +
    std::string(64, 'a') + "\"},\n" + R"(  {"room": "xxvii", "revision": 1, "hash": ")" +
    std::string(64, '0') + "\"}\n]}\n";

std::string file_in(const std::filesystem::path& folder) {
    std::ifstream file(folder / "alive");
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("a heartbeat survives writing and reading") {
    CHECK(alive_text(heartbeat) == note_text);
    CHECK(read_alive_text(note_text) == heartbeat);
    CHECK(read_alive_text(note_text + "  ") == heartbeat);
    const Heartbeat no_boot{{mark.at, mark.since_boot, ""}};
    CHECK(read_alive_text(alive_text(no_boot)) == no_boot);
    CHECK(heads_from_json(note_text) == heartbeat.heads);
}

TEST_CASE("a text with any byte changed is rejected") {
    for (std::size_t i = 0; i < note_text.size(); ++i) {
        std::string other = note_text;
        other[i] ^= 1;
        CAPTURE(i);
        CHECK_FALSE(read_alive_text(other).has_value());
        CHECK_FALSE(read_alive_text(std::string_view(note_text).substr(0, i)).has_value());
    }
    CHECK_FALSE(read_alive_text(note_text + "x").has_value());
    CHECK_FALSE(read_alive_text(std::string(4096, '\0')).has_value());
}

TEST_CASE("a text with a valid checksum but other content is rejected") {
    CHECK_FALSE(read_alive_text(alive_text({{instant_from_unix_ms(-1), 0ns, ""}})).has_value());
    CHECK_FALSE(read_alive_text(alive_text({{mark.at, -1ns, ""}})).has_value());
    CHECK_FALSE(
        read_alive_text(alive_text({mark, {"7d0c6f8a", {{RoomId{"xx"}, Revision{1}, "aa"}}}}))
            .has_value());
}

TEST_CASE("the line of former versions has the time, and no heads") {
    const std::string line =
        "0000001523430000123 0000005000000000001 0a1b2c3d-0000-4000-8000-0123456789ab"
        " 0000001523429940123 0000001523429950123\n";
    CHECK(read_alive_text(line) == Heartbeat{mark});
    CHECK(read_alive_text("0000001523430000123 0000005000000000001 "
                          "------------------------------------ 0000000000000000000\n") ==
          Heartbeat{{mark.at, mark.since_boot, ""}});
    for (const char* other : {"", "\n", "alive", "1523430000123\n", "9999999999999999999 1 boot\n",
                              "-5 1 boot\n", "1523430000123 -5 boot\n"})
        CHECK_FALSE(read_alive_text(other).has_value());
}

TEST_CASE("the next server reads the last server's note") {
    const TemporaryFolder folder;
    {
        HeartbeatFile first(folder.path);
        CHECK_FALSE(first.last().has_value());
        first.note(heartbeat);
    }
    const Heartbeat shorter{{mark.at + 1s, mark.since_boot + 1s, ""}};
    {
        HeartbeatFile second(folder.path);
        CHECK(second.last() == heartbeat);
        second.note(shorter);
    }
    CHECK(HeartbeatFile(folder.path).last() == shorter);
    struct stat status {};
    REQUIRE(::stat((folder.path / "alive").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    CHECK(status.st_size == 4096);
}

TEST_CASE("an emptied file is damaged, a missing one is not") {
    const TemporaryFolder folder;
    CHECK_FALSE(HeartbeatFile(folder.path).is_damaged());
    CHECK(HeartbeatFile(folder.path).is_damaged());
}

TEST_CASE("the file never shrinks: blanks overwrite a longer text") {
    const TemporaryFolder folder;
    std::ofstream(folder.path / "alive") << std::string(5000, 'x');
    HeartbeatFile(folder.path).note(heartbeat);
    CHECK(file_in(folder.path) == note_text + std::string(8192 - note_text.size(), ' '));
}

TEST_CASE("a read-only folder causes no failure") {
    HeartbeatFile nowhere("/nonexistent");
    CHECK_FALSE(nowhere.last().has_value());
    nowhere.note(heartbeat);
}

}  // namespace
}  // namespace rostrum::store
