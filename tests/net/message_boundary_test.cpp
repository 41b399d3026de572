#include "net/message_boundary.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "raw_client.hpp"

namespace rostrum::net {

TEST_CASE("no message is incomplete before any byte arrives") {
    CHECK(MessageBoundary{}.is_between_messages());
}

TEST_CASE("the edge between messages is where all frames of one are complete") {
    for (const std::size_t size : {0UL, 1UL, 125UL, 126UL, 65'535UL, 65'536UL}) {
        const std::string frame = client_frame(text_opcode, std::string(size, 'x'));
        MessageBoundary boundary;
        for (int twice = 0; twice < 2; ++twice) {
            std::size_t passed = 0;
            for (const char& byte : frame) {
                boundary.pass({&byte, 1});
                if (boundary.is_between_messages() != (++passed == frame.size()))
                    FAIL("wrong after " << passed << " bytes of a message of " << size);
            }
        }
        boundary.pass(frame + frame);
        CHECK(boundary.is_between_messages());
        boundary.pass(frame + frame.substr(0, 1));
        CHECK_FALSE(boundary.is_between_messages());
    }
}

TEST_CASE("control frames may come between the frames of a message") {
    std::string first = client_frame(text_opcode, "");
    first[0] = text_opcode;
    MessageBoundary boundary;
    boundary.pass(first);
    CHECK_FALSE(boundary.is_between_messages());
    boundary.pass(client_frame(ping_opcode, "here"));
    CHECK_FALSE(boundary.is_between_messages());
    boundary.pass(client_frame(0, "the end"));
    CHECK(boundary.is_between_messages());
    boundary.pass(client_frame(pong_opcode, ""));
    CHECK(boundary.is_between_messages());
}

TEST_CASE("an unmasked frame ends at its stated length") {
    MessageBoundary boundary;
    boundary.pass({"\x81\x02ok", 4});
    CHECK(boundary.is_between_messages());
}

}  // namespace rostrum::net
