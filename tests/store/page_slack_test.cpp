#include "store/page_slack.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace rostrum::store {
namespace {

/// A page with this header at its start, or behind the file's.
std::string page_of(const std::string& header, std::size_t start = 0) {
    std::string page(512, 'x');
    page.replace(start, header.size(), header);
    return page;
}

TEST_CASE("the slack of a page is between its list of cells and the cells") {
    using namespace std::string_literals;
    // A leaf of 3 cells that begin at byte 0x100.
    CHECK(slack_of(page_of("\x0a\0\0\0\x03\x01\0\0"s), false) == PageRange{14, 256});
    CHECK(slack_of(page_of("\x0d\0\0\0\x03\x01\0\0"s), false) == PageRange{14, 256});
    // An inner page has a longer header, and the first page that of the file before it.
    CHECK(slack_of(page_of("\x02\0\0\0\x03\x01\0\0"s), false) == PageRange{18, 256});
    CHECK(slack_of(page_of("\x0d\0\0\0\x03\x01\0\0"s, 100), true) == PageRange{114, 256});
}

TEST_CASE("a page without rows, or one that contradicts itself, has no slack") {
    using namespace std::string_literals;
    for (const std::string& header :
         {"\0\0\0\x07 the next page of a long value"s, "\x0a\0\0\xff\xff\x01\0\0"s,
          "\x0a\0\0\0\x03\x02\x01\0"s, "\x0a\0\0\0\x03\0\x05\0"s})
        CHECK(slack_of(page_of(header), false) == PageRange{});
    CHECK(slack_of("\x0a", false) == PageRange{});
}

}  // namespace
}  // namespace rostrum::store
