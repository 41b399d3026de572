#include "app/heads_file.hpp"

#include <fstream>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "app/exit_code.hpp"

namespace rostrum::app {
namespace {

using store::NotedHeads;

const std::string hash(64, 'a');

struct HeadsFile {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("rostrum-heads-" + std::to_string(::getpid()));
    HeadsFile() = default;
    ~HeadsFile() { std::filesystem::remove(path); }
    HeadsFile(const HeadsFile&) = delete;
    HeadsFile& operator=(const HeadsFile&) = delete;
    void holds(const std::string& text) const { std::ofstream(path) << text; }
};

TEST_CASE_METHOD(HeadsFile, "heads that were written are read again") {
    const NotedHeads noted{"0123",
                           {{RoomId{"xx"}, Revision{12}, hash},
                            {RoomId{"a \"b\" é"}, Revision{1}, std::string(64, '0')}}};
    write_heads(path, noted);
    CHECK(read_heads(path) == noted);
    write_heads(path, {"0123", {}});
    CHECK(read_heads(path) == NotedHeads{"0123", {}});
}

TEST_CASE_METHOD(HeadsFile, "a file that holds no heads is refused") {
    const std::string head = R"({"room": "xx", "revision": 12, "hash": ")" + hash + "\"}";
    holds(R"({"log": "0123", "heads": [)" + head + "]}");
    REQUIRE(read_heads(path).heads.size() == 1);
    const std::string text = GENERATE_COPY(
        std::string(), std::string("[]"), std::string(R"({"heads": []})"),
        std::string(R"({"log": "0123", "heads": [{}]})"),
        R"({"log": "0123", "heads": [{"room": "xx", "revision": 0, "hash": ")" + hash + "\"}]}",
        R"({"log": "0123", "heads": [{"room": "xx", "revision": -3, "hash": ")" + hash + "\"}]}",
        R"({"log": "0123", "heads": [{"room": "", "revision": 12, "hash": ")" + hash + "\"}]}",
        std::string(R"({"log": "0123", "heads": [{"room": "xx", "revision": 12, "hash": "aa"}]})"),
        R"({"log": "0123", "heads": [)" + head + "]}" + std::string(std::size_t{1024} * 1024, ' '));
    holds(text);
    CHECK_THROWS_WITH(read_heads(path), path.string() +
                                            " holds no heads of a log. `rostrum verify "
                                            "--output FILE` writes such a file.");
}

TEST_CASE("unwritable or unreadable heads are reported") {
    CHECK_THROWS_WITH(write_heads("/dev/null/heads", {}),
                      "The heads could not be written to /dev/null/heads.");
    CHECK_THROWS_AS(read_heads("/dev/null/heads"), Failure);
}

}  // namespace
}  // namespace rostrum::app
