// The sections around the floor, as the podium sees them.
#include <catch2/catch.hpp>

#include "floor/hour.hpp"
#include "sample_room.hpp"
#include "section.hpp"

namespace rostrum::wire {
namespace {

TEST_CASE("questions and requests are sent without the phone, except to the podium") {
    const std::string request =
        R"("questions":{"open":true,"most":12,"closesAtUnixMs":"1523432400000",)"
        R"("acceptAtOnce":true,"requests":[{"id":"ask-8","delegationId":"mission-fr",)"
        R"("kind":"INSCRIPTION_KIND_RIGHT_OF_REPLY","addressedTo":["cso-2"],)"
        R"("askedAtUnixMs":"1523430480000","device":")";
    CHECK(section(sample_room(), "questions", View::everybody) == request + R"("}],"phones":[]})");
    CHECK(section(sample_room(), "questions") ==
          request + R"(phone-0123456789abcdef"}],"phones":[]})");
}

TEST_CASE("the roll has the moderator and the Missions") {
    CHECK(
        section(sample_room(), "roll") ==
        R"("roll":{"delegations":[{"id":"moderator","kind":"DELEGATION_KIND_MODERATOR",)"
        R"("title":"","speakerName":"","subject":"","standing":"STANDING_PRESENT",)"
        R"("absenceReason":"","readerDelegationId":"","nameWithheld":false,"stateCode":"",)"
        R"("shortTitle":"","note":""},)"
        R"({"id":"mission-fr","kind":"DELEGATION_KIND_MISSION","title":"France",)"
        R"("speakerName":"","subject":"","standing":"STANDING_PRESENT","absenceReason":"",)"
        R"("readerDelegationId":"","nameWithheld":false,"stateCode":"FR","shortTitle":"","note":""}]})");
}

TEST_CASE("the settings have the displays, the controls and the rules") {
    CHECK(section(sample_room(), "settings") ==
          R"("settings":{"display":"DISPLAY_MODE_QUESTIONS_CODE","timeUpSound":true,)"
          R"("controls":"ROLE_SECRETARIAT","rules":{"surShortestMs":"30000",)"
          R"("surLongestMs":"120000","panelShortestMs":"300000","panelLongestMs":"420000",)"
          R"("warningMs":"60000","reserveMs":"600000","questionMs":"120000",)"
          R"("answersMs":"240000","replyMs":"120000","repliesEach":2,)"
          R"("pointOfOrderMs":"120000","order":"SPEAKING_ORDER_NHRI_FIRST"},)"
          R"("withoutControls":["requestFloor","withdraw","sendSignal","setDisplay",)"
          R"("handBackControls","enterRoll","leaveRoll","setNote"],)"
          R"("asking":{"by":"ASKING_BY_CODE","questionsOnly":false,"phonesAnAddress":3}})");
}

TEST_CASE("the hour has its anchors") {
    const Room room = sample_room();
    const HourAnchors anchors = hour_anchors(*current_meeting(room), room.rules);
    CHECK(anchors.due_at == instant_from_unix_ms(1'523'433'300'000));
    CHECK(section(room, "hour") ==
          R"("hour":{"beginsAtUnixMs":"0","dueAtUnixMs":"1523433300000",)"
          R"("hardStopAtUnixMs":"1523433300000","waitingMs":")" +
              std::to_string(anchors.waiting.count()) + R"(","reserveLeftMs":")" +
              std::to_string(anchors.reserve_left.count()) + R"(","freedMs":")" +
              std::to_string(anchors.freed.count()) + R"(","questionMs":")" +
              std::to_string(anchors.question.count()) +
              R"(","closedAtUnixMs":"0","answersOwedMs":"240000"})");
}

TEST_CASE("an empty room has these sections, empty") {
    const Room room = empty_room(RoomId{"xxvii"});
    CHECK(section(room, "questions") ==
          R"("questions":{"open":false,"most":0,"closesAtUnixMs":"0","acceptAtOnce":false,)"
          R"("requests":[],"phones":[]})");
    CHECK(section(room, "roll") == R"("roll":{"delegations":[]})");
    CHECK(section(room, "signals") == R"("signals":{"signals":[]})");
}

}  // namespace
}  // namespace rostrum::wire
