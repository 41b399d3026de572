#include "bench/messages.hpp"

#include <catch2/catch.hpp>

#include "floor/room.hpp"
#include "wire/live.hpp"

namespace rostrum::bench {

TEST_CASE("a change and its revisions are read in both encodings") {
    Room room;
    room.revision = Revision{300};
    for (const auto encoding : {wire::Encoding::json, wire::Encoding::protobuf}) {
        for (const Revision previous : {Revision{0}, Revision{299}}) {
            const std::string change =
                wire::write_changed(encoding, previous, room.revision, 1, {});
            CHECK(is_change(change));
            CHECK(step_of_change(change) == Step{previous.value, 300});
            CHECK(revision_of_accepted(change) == 0);
        }
        CHECK_FALSE(is_change(wire::write_accepted(encoding, CommandId{"command1"}, Revision{7})));
    }
}

TEST_CASE("the revision of an Accepted is read") {
    for (const std::uint64_t revision : {1U, 127U, 128U, 40'000U})
        CHECK(revision_of_accepted(wire::write_accepted(
                  wire::Encoding::protobuf, CommandId{"command1"}, Revision{revision})) ==
              revision);
}

namespace {

wire::SentCommand read(const std::string& frame) {
    // The zero mask: two bytes of header and four of mask.
    auto read = wire::read_client_message(wire::Encoding::protobuf, frame.substr(6));
    return std::get<wire::SentCommand>(std::get<wire::ClientMessage>(std::move(read)));
}

}  // namespace

TEST_CASE("the server reads the chair's commands, each with its number") {
    const auto shown = read(notice(1));
    CHECK(shown.id == CommandId{"bench-10000001"});
    CHECK(std::get<ShowNotice>(shown.command).text == "Please take your seats (10000001).");
    CHECK(notice(2) != notice(1));
    const auto opened = read(open_meeting(2, "cuba"));
    CHECK(opened.id == CommandId{"bench-10000002"});
    CHECK(std::get<OpenMeeting>(opened.command).meeting == MeetingId{"cuba"});
    const auto gone_on = read(next(3));
    CHECK(gone_on.id == CommandId{"bench-10000003"});
    CHECK_FALSE(std::get<Next>(gone_on.command).ending.has_value());
}

}  // namespace rostrum::bench
