#include "store/alive_file.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "temporary_folder.hpp"

namespace rostrum::store {
namespace {

using chamber::ClockMark;
using namespace std::chrono_literals;

const ClockMark mark{instant_from_unix_ms(1'523'430'000'123), 5000'000'000'001ns,
                     "0a1b2c3d-0000-4000-8000-0123456789ab"};
const Alive alive{mark, {{mark.at - 60s, mark.at - 50s}, {mark.at - 40s, mark.at - 34'500ms}}};

std::string noughts(int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += " 0000000000000000000";
    return text;
}

const std::string line =
    "0000001523430000123 0000005000000000001 0a1b2c3d-0000-4000-8000-0123456789ab"
    " 0000001523429940123 0000001523429950123 0000001523429960123 0000001523429965623" +
    noughts(12) + "\n";

TEST_CASE("the line of a mark, there and back") {
    CHECK(alive_line(alive) == line);
    CHECK(read_alive_line(line) == alive);
    const Alive no_boot{{mark.at, mark.since_boot, ""}};
    CHECK(alive_line(no_boot).size() == line.size());
    CHECK(read_alive_line(alive_line(no_boot)) == no_boot);
}

TEST_CASE("of many outages the newest are noted") {
    Alive many{mark};
    for (int i = 0; i < 10; ++i) many.outages.push_back({mark.at + i * 60s, mark.at + i * 70s});
    CHECK(alive_line(many).size() == line.size());
    many.outages.erase(many.outages.begin(), many.outages.begin() + 2);
    REQUIRE(many.outages.size() == 8);
    CHECK(read_alive_line(alive_line(many)) == many);
}

TEST_CASE("any other line is ignored") {
    std::vector<std::string> others{"", "\n", line + "x", line.substr(1), "x" + line.substr(1)};
    std::string other = line;
    other[5] = '-';
    others.push_back(other);
    other = line;
    other.replace(0, 19, std::string(19, '9'));
    others.push_back(other);
    other = line;
    other[19] = '0';
    others.push_back(other);
    other = line;
    other.back() = ' ';
    others.push_back(other);
    others.emplace_back(line.size(), '\0');
    // Outages that end before they begin, that nobody can date, and that are no numbers.
    others.push_back(line);
    others.back().replace(77, 19, "0000001523429960123");
    others.push_back(line);
    others.back().replace(97, 19, std::string(19, '9'));
    others.push_back(line);
    others.back()[160] = 'x';
    for (const std::string& one : others) CHECK_FALSE(read_alive_line(one).has_value());
}

TEST_CASE("the next server finds what the last one noted") {
    const TemporaryFolder folder;
    {
        AliveFile first(folder.path);
        CHECK_FALSE(first.last().has_value());
        first.note(alive);
    }
    {
        AliveFile second(folder.path);
        CHECK(second.last() == alive);
        second.note({{mark.at + 1s, mark.since_boot + 1s, ""}});
    }
    CHECK(AliveFile(folder.path).last() == Alive{{mark.at + 1s, mark.since_boot + 1s, ""}});
    struct stat status {};
    REQUIRE(::stat((folder.path / "alive").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    CHECK(status.st_size == static_cast<off_t>(line.size()));
}

TEST_CASE("a read-only folder causes no failure") {
    AliveFile nowhere("/nonexistent");
    CHECK_FALSE(nowhere.last().has_value());
    nowhere.note(alive);
}

}  // namespace
}  // namespace rostrum::store
