#include "wire/http.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "sample_room.hpp"

namespace rostrum::wire {
namespace {

TEST_CASE("the lobby tells the rooms' agendas, and no plate and no name") {
    Room room = sample_room();
    room.proceedings.meetings.pop_back();
    const std::array<const Room*, 1> rooms{&room};
    CHECK(lobby_json(rooms, 1'523'430'000'123.5) ==
          R"({"rooms":[{"agenda":{"roomId":"xxvii","roomName":"Room XXVII",)"
          R"("timeZone":"Europe/Zurich","meetings":[{"id":"cuba",)"
          R"("state":{"code":"CU","name":"Cuba"},"startsAtUnixMs":"1523430000000",)"
          R"("endsAtUnixMs":"1523433600000","course":"COURSE_SUSPENDED"}],)"
          R"("currentMeetingId":"cuba"}}],"serverUnixMs":1523430000123.5})");
    CHECK(lobby_json({}, 0) == R"({"rooms":[],"serverUnixMs":0})");
}

TEST_CASE("a snapshot is the room as its role may see it") {
    const std::string chair = snapshot_json(sample_room(), Role::chair, "log-1", 1.5);
    CHECK(chair.starts_with(
        R"({"revision":"8","logId":"log-1","serverUnixMs":1.5,"room":{"agenda":{)"));
    CHECK(chair.find("The speaker") != std::string::npos);
    CHECK(chair.find(R"("memory")") != std::string::npos);
    CHECK(snapshot_json(sample_room(), Role::observer, "log-1", 1.5).find(R"("memory")") ==
          std::string::npos);
}

TEST_CASE("the short bodies") {
    CHECK(access_json(RoomId{"xxvii"}, Role::display) ==
          R"({"roomId":"xxvii","role":"ROLE_DISPLAY"})");
    CHECK(accepted_json(CommandId{"command-1"}, Revision{42}) ==
          R"({"id":"command-1","revision":"42"})");
}

TEST_CASE("names for addresses and for problems") {
    CHECK(role_name(Role::chair) == "chair");
    CHECK(role_name(Role::secretariat) == "secretariat");
    CHECK(role_name(Role::display) == "display");
    CHECK(role_name(Role::speaker) == "speaker");
    CHECK(role_name(Role::observer) == "observer");
    CHECK(refusal_code_name(RefusalCode::malformed) == "REFUSAL_CODE_MALFORMED");
    CHECK(refusal_code_name(RefusalCode::room_founded) == "REFUSAL_CODE_ROOM_FOUNDED");
}

}  // namespace
}  // namespace rostrum::wire
