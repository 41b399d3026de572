#include "bench/messages.hpp"

#include <catch2/catch.hpp>

#include "floor/room.hpp"
#include "wire/live.hpp"

namespace rostrum::bench {

TEST_CASE("A change is known in both encodings, and which revision it leads to") {
    Room room;
    room.revision = Revision{300};
    for (const auto encoding : {wire::Encoding::json, wire::Encoding::protobuf}) {
        for (const Revision previous : {Revision{0}, Revision{299}}) {
            const std::string change =
                wire::write_changed(encoding, View::everybody, previous, room, {Section::hour});
            CHECK(is_change(change));
            CHECK(step_of_change(change) == Step{previous.value, 300});
            CHECK(revision_of_accepted(change) == 0);
        }
        CHECK_FALSE(is_change(wire::write_accepted(encoding, CommandId{"command1"}, Revision{7})));
    }
}

TEST_CASE("An answer that accepts tells the revision") {
    CHECK(revision_of_accepted(
              wire::write_accepted(wire::Encoding::json, CommandId{"command1"}, Revision{7})) == 7);
}

TEST_CASE("A notice is a command that the server understands, another one each time") {
    const std::string first = notice(1);
    // A frame of text, masked by zeros: two bytes of head and four of mask.
    const auto read = wire::read_client_message(wire::Encoding::json, first.substr(6));
    const auto* message = std::get_if<wire::ClientMessage>(&read);
    REQUIRE(message != nullptr);
    const auto& sent = std::get<wire::SentCommand>(*message);
    CHECK(sent.id == CommandId{"bench-10000001"});
    CHECK(std::get<ShowNotice>(sent.command).text == "Please take your seats (10000001).");
    CHECK(notice(2) != first);
}

}  // namespace rostrum::bench
