#include "wire/http.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "sample_room.hpp"

namespace rostrum::wire {
namespace {

TEST_CASE("the lobby contains the rooms' agendas, but no plate and no name") {
    Room room = sample_room();
    room.proceedings.meetings.pop_back();
    const std::array<const Room*, 1> rooms{&room};
    const ExpectedMeeting expected =
        expected_meetings(room, instant_from_unix_ms(1'523'430'000'123)).at(0);
    CHECK(lobby_json(rooms, 1'523'430'000'123.5) ==
          R"({"rooms":[{"agenda":{"roomId":"xxvii","roomName":"Room XXVII",)"
          R"("timeZone":"Europe/Zurich","meetings":[{"id":"cuba",)"
          R"("state":{"code":"CU","name":"Cuba"},"startsAtUnixMs":"1523430000000",)"
          R"("endsAtUnixMs":"1523433600000","course":"COURSE_SUSPENDED"}],)"
          R"("currentMeetingId":"cuba","programmeRevision":"1","archived":false,"moved":[]},)"
          R"("expected":[{"meetingId":"cuba",)"
          R"("startsAtUnixMs":")" +
              std::to_string(unix_ms(expected.starts_at)) + R"(","endsAtUnixMs":")" +
              std::to_string(unix_ms(expected.ends_at)) +
              R"("}]}],"serverUnixMs":1523430000123.5})");
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

TEST_CASE("the short bodies have their fields") {
    CHECK(access_json({RoomId{"xxvii"}, Role::speaker}) ==
          R"({"roomId":"xxvii","role":"ROLE_SPEAKER","name":"","scene":"SCENE_UNSPECIFIED"})");
    CHECK(access_json({RoomId{"xxvii"}, Role::display, "Left wall", Scene::plates}) ==
          R"({"roomId":"xxvii","role":"ROLE_DISPLAY","name":"Left wall","scene":"SCENE_PLATES"})");
    CHECK(request_link_json("http://192.0.2.1/delegation/#room=xxvii") ==
          R"({"url":"http://192.0.2.1/delegation/#room=xxvii"})");
    CHECK(accepted_json(CommandId{"command-1"}, Revision{42}) ==
          R"({"id":"command-1","revision":"42"})");
}

TEST_CASE("a fit has the allotments that Reallocate would set") {
    Fit fit;
    fit.allotments = {{InscriptionId{"cso-1"}, Duration{300'000}}};
    fit.reserve = Duration{600'000};
    fit.end = instant_from_unix_ms(1'523'433'600'000);
    fit.due_at = instant_from_unix_ms(1'523'433'300'000);
    fit.over_due = true;
    CHECK(fit_json(Revision{42}, fit) ==
          R"({"revision":"42","allotments":[{"inscriptionId":"cso-1","allottedMs":"300000"}],)"
          R"("reserveMs":"600000","projectedEndUnixMs":"1523433600000",)"
          R"("dueAtUnixMs":"1523433300000","overDue":true,"overHardStop":false})");
}

TEST_CASE("a proposed order has all who wait, and says if no gender is known") {
    CHECK(list_order_json(Revision{42}, BalancedBy::gender, {{InscriptionId{"cso-1"}}, true}) ==
          R"({"revision":"42","by":"BALANCED_BY_GENDER","inscriptionIds":["cso-1"],)"
          R"("genderUnknown":true})");
}

TEST_CASE("the programme to edit has what no plan says of a closed meeting") {
    Room room = sample_room();
    Meeting& meeting = room.proceedings.meetings.front().edit();
    CHECK(room_programme_json(room).find(R"("facts":[])") != std::string::npos);
    meeting.course = Course::closed;
    meeting.delegations[0].standing = Standing::expected;
    meeting.delegations[1].standing = Standing::read_by;
    meeting.delegations[1].absence_reason.clear();
    meeting.delegations[1].reader = DelegationId{"moderator"};
    const std::string json = room_programme_json(room);
    INFO(json);
    CHECK(json.find(R"("facts":[{"meetingId":"cuba","delegationId":"sur",)"
                    R"("standing":"STANDING_EXPECTED","absenceReason":"",)"
                    R"("representedBy":"REPRESENTED_BY_UNSPECIFIED","readerDelegationId":""},)"
                    R"({"meetingId":"cuba","delegationId":"cso-1",)"
                    R"("standing":"STANDING_READ_BY","absenceReason":"",)"
                    R"("representedBy":"REPRESENTED_BY_WOMAN",)"
                    R"("readerDelegationId":"moderator"})") != std::string::npos);
}

TEST_CASE("the programme to edit has the names that are not withheld") {
    Room room = sample_room();
    room.names.edit()[{MeetingId{"cuba"}, DelegationId{"cso-2"}}] = "The withheld name";
    const std::string json = room_programme_json(room);
    INFO(json);
    CHECK(json.starts_with(
        R"({"programmeRevision":"1","room":{"id":"xxvii","name":"Room XXVII",)"
        R"("timeZone":"Europe/Zurich","meetings":[{"id":"cuba",)"
        R"("state":{"code":"CU","name":"Cuba"},)"
        R"("startsAt":"2018-04-11T07:00:00Z","endsAt":"2018-04-11T08:00:00Z",)"
        R"("surStatementS":120,"panel":[{"id":"cso-1",)"
        R"("kind":"DELEGATION_KIND_NATIONAL_CSO","title":"National CSO: media freedom",)"
        R"("speakerName":"The speaker","subject":"Media freedom",)"
        R"("standing":"STANDING_ABSENT","absenceReason":"Prevented from travelling",)"
        R"("representedBy":"REPRESENTED_BY_WOMAN","shortTitle":"Media","allottedS":300},)"));
    CHECK(json.find(R"("startsAt":"2018-04-11T07:00:00Z")") != std::string::npos);
    CHECK(json.find(R"("hardStopAt":"2018-04-11T07:55:00Z")") != std::string::npos);
    CHECK(json.find(R"("rules":{"surShortestMs":"30000",)") != std::string::npos);
    CHECK(json.find("The withheld name") == std::string::npos);
}

TEST_CASE("the programme to edit says where a name is hidden, and where it is the same") {
    Room room = sample_room();
    const PlateOfMeeting first{MeetingId{"cuba"}, DelegationId{"cso-1"}};
    const PlateOfMeeting second{MeetingId{"cuba"}, DelegationId{"cso-2"}};
    room.withheld = {{first, NameStanding::withheld},
                     {second, NameStanding::withheld},
                     {{MeetingId{"cuba"}, DelegationId{"gone"}}, NameStanding::removed}};
    room.hidden_names.edit() = {{first, "The Name"}, {second, "the  name"}};
    const std::string same = room_programme_json(room);
    INFO(same);
    CHECK(same.ends_with(
        R"("hiddenNames":[)"
        R"({"meetingId":"cuba","delegationId":"cso-1","erased":false,"person":1},)"
        R"({"meetingId":"cuba","delegationId":"cso-2","erased":false,"person":1}],"notes":[],"facts":[]})"));
    room.withheld[second] = NameStanding::erased;
    room.hidden_names.edit().erase(second);
    CHECK(room_programme_json(room).ends_with(
        R"({"meetingId":"cuba","delegationId":"cso-2","erased":true,"person":0}],"notes":[],"facts":[]})"));
}

TEST_CASE("a screen asks to be admitted, and is") {
    CHECK(pairing_json({"4711", "secret", instant_from_unix_ms(1'523'430'000'000)}) ==
          R"({"code":"4711","secret":"secret","expiresAtUnixMs":"1523430000000"})");
    CHECK(pairing_result_json(std::nullopt) ==
          R"({"token":"","roomId":"","role":"ROLE_UNSPECIFIED","name":"",)"
          R"("scene":"SCENE_UNSPECIFIED"})");
    CHECK(pairing_result_json(
              Paired{"token", {RoomId{"xx"}, Role::display, "Left wall", Scene::timer}}) ==
          R"({"token":"token","roomId":"xx","role":"ROLE_DISPLAY","name":"Left wall",)"
          R"("scene":"SCENE_TIMER"})");
}

TEST_CASE("the screens of a server have their state") {
    const std::array<ScreenState, 2> screens{
        ScreenState{"1",
                    {RoomId{"xx"}, Role::display, "Left wall", Scene::list},
                    true,
                    true,
                    instant_from_unix_ms(1'523'430'000'000)},
        ScreenState{"2", {RoomId{"xx"}, Role::chair}, false, false, std::nullopt}};
    CHECK(screens_json(screens) ==
          R"({"screens":[{"id":"1","name":"Left wall","roomId":"xx","role":"ROLE_DISPLAY",)"
          R"("scene":"SCENE_LIST","connected":true,"paired":true,)"
          R"("sinceUnixMs":"1523430000000"},{"id":"2","name":"","roomId":"xx",)"
          R"("role":"ROLE_CHAIR","scene":"SCENE_UNSPECIFIED","connected":false,)"
          R"("paired":false,"sinceUnixMs":"0"}]})");
}

TEST_CASE("a screen is assigned, or a sentence says why not") {
    const auto read = read_assign_screen(
        R"({"code": "4711", "roomId": "xx", "role": "ROLE_DISPLAY", "name": "Left wall",
            "scene": "SCENE_TIMER"})");
    REQUIRE(std::holds_alternative<AssignScreen>(read));
    const auto& assign = std::get<AssignScreen>(read);
    CHECK(assign.code == "4711");
    CHECK(assign.room == RoomId{"xx"});
    CHECK(assign.role == Role::display);
    CHECK(assign.name == "Left wall");
    CHECK(assign.scene == Scene::timer);

    const auto reason = [](const std::string& json) {
        return std::get<Sentence>(read_assign_screen(json)).english;
    };
    CHECK(reason(R"({"role": "ROLE_DISPLAY"})") == "room_id is missing.");
    CHECK(reason(R"({"roomId": "xx"})") == "role is missing or not known.");
    CHECK(reason(R"({"roomId": "xx", "role": "ROLE_DISPLAY", "name": ")" + std::string(129, 'a') +
                 R"("})") == "name: This text is too long (at most 128 bytes).");
    CHECK(reason(R"({"code": ")" + std::string(65, '1') + R"("})") ==
          "code is too long to be an id.");
    CHECK(reason(R"({"room": "xx"})").starts_with("room: Unknown field."));
    CHECK(reason("?").starts_with("line 1, column 1: "));
}

TEST_CASE("roles and refusals have names") {
    CHECK(role_name(Role::chair) == "chair");
    CHECK(role_name(Role::secretariat) == "secretariat");
    CHECK(role_name(Role::display) == "display");
    CHECK(role_name(Role::speaker) == "speaker");
    CHECK(role_name(Role::observer) == "observer");
    CHECK(role_name(Role::delegation) == "delegation");
    CHECK(role_name(Role::interpreter) == "interpreter");
    CHECK(refusal_code_name(RefusalCode::malformed) == "REFUSAL_CODE_MALFORMED");
    CHECK(refusal_code_name(RefusalCode::room_founded) == "REFUSAL_CODE_ROOM_FOUNDED");
}

}  // namespace
}  // namespace rostrum::wire
