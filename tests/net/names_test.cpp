#include <string>

#include <catch2/catch.hpp>

#include "net/device_name.hpp"
#include "net/subprotocol.hpp"

namespace rostrum::net {
namespace {

TEST_CASE("a device's name is trimmed and bounded") {
    CHECK(device_name("  Chair's tablet\t") == "Chair's tablet");
    CHECK(device_name("").empty());
    CHECK(device_name(std::string(200, 'x')) == std::string(64, 'x'));
}

TEST_CASE("a device's name is cut between characters") {
    std::string name;
    for (int i = 0; i < 64; ++i) name += "é";
    CHECK(device_name(name) == name);
    CHECK(device_name(name + "é") == name);
    std::string wide;
    for (int i = 0; i < 64; ++i) wide += "語";
    CHECK(device_name(wide).size() == 126);
}

TEST_CASE("a device's name that is not a line of text is dropped") {
    CHECK(device_name("two\nlines").empty());
    CHECK(device_name("broken \xC3").empty());
    CHECK(device_name("\xFF").empty());
}

TEST_CASE("the first known subprotocol is chosen, in the client's order") {
    using wire::Encoding;
    CHECK(choose_subprotocol("rostrum.v1.json") == Encoding::json);
    CHECK(choose_subprotocol("rostrum.v1.protobuf") == Encoding::protobuf);
    CHECK(choose_subprotocol("rostrum.v2.json,\trostrum.v1.json , rostrum.v1.protobuf") ==
          Encoding::json);
    CHECK_FALSE(choose_subprotocol("").has_value());
    CHECK_FALSE(choose_subprotocol("rostrum.v1").has_value());
    CHECK_FALSE(choose_subprotocol(" , ,,").has_value());
}

}  // namespace
}  // namespace rostrum::net
