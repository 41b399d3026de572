#include "net/frame.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

using namespace std::string_literals;

TEST_CASE("a message is one unmasked frame of its subprotocol's type") {
    CHECK(*message_frame(wire::Encoding::json, "{}") == "\x81\x02{}"s);
    CHECK(*message_frame(wire::Encoding::protobuf, "ab") == "\x82\x02"s + "ab");
    CHECK(*message_frame(wire::Encoding::protobuf, "") == "\x82\x00"s);
}

TEST_CASE("the length of a frame is encoded in its shortest form") {
    const auto head = [](std::size_t size, std::size_t length) {
        const Frame frame = message_frame(wire::Encoding::json, std::string(size, 'x'));
        REQUIRE(frame->size() == length + size);
        return frame->substr(0, length);
    };
    CHECK(head(125, 2) == "\x81\x7D"s);
    CHECK(head(126, 4) == "\x81\x7E\x00\x7E"s);
    CHECK(head(65535, 4) == "\x81\x7E\xFF\xFF"s);
    CHECK(head(65536, 10) == "\x81\x7F\x00\x00\x00\x00\x00\x01\x00\x00"s);
}

TEST_CASE("a close frame carries its code and a reason that fits") {
    CHECK(*close_frame(CloseCode::not_admitted, "No.") == "\x88\x05\x11\x31No."s);
    CHECK(close_frame(CloseCode::stopping, std::string(500, 'x'))->size() == 127);
    // Byte 123 is in the middle of the 62nd of these characters.
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "é";
    CHECK(close_frame(CloseCode::stopping, accents)->size() == 2 + 2 + 122);
}

TEST_CASE("a close frame is recognised") {
    CHECK(is_close_frame(*close_frame(CloseCode::stopping, "")));
    CHECK_FALSE(is_close_frame(*ping_frame()));
    CHECK_FALSE(is_close_frame(""));
    CHECK(*ping_frame() == "\x89\x00"s);
}

}  // namespace
}  // namespace rostrum::net
