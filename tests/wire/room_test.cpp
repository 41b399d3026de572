// A room as its screens receive it, section by section.
#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"
#include "sample_room.hpp"
#include "section.hpp"

namespace rostrum::wire {
namespace {

TEST_CASE("the agenda has every meeting of the room") {
    CHECK(section(sample_room(), "agenda") ==
          R"("agenda":{"roomId":"xxvii","roomName":"Room XXVII","timeZone":"Europe/Zurich",)"
          R"("meetings":[{"id":"cuba","state":{"code":"CU","name":"Cuba"},)"
          R"("startsAtUnixMs":"1523430000000","endsAtUnixMs":"1523433600000",)"
          R"("course":"COURSE_SUSPENDED"},{"id":"djibouti",)"
          R"("state":{"code":"DJ","name":"Djibouti"},"startsAtUnixMs":"1523435400000",)"
          R"("endsAtUnixMs":"1523439000000","course":"COURSE_PLANNED"}],)"
          R"("currentMeetingId":"cuba","programmeRevision":"1","archived":false,"moved":[]})");
}

TEST_CASE("the agenda names the meetings that went to other rooms, and where they are") {
    Room room = sample_room();
    room.moved.push_back({MeetingId{"chad"}, State{"TD", "Chad"}, instant_from_unix_ms(1),
                          instant_from_unix_ms(2), RoomId{"xx"}, "Room XX"});
    CHECK(section(room, "agenda")
              .ends_with(R"("moved":[{"id":"chad","state":{"code":"TD","name":"Chad"},)"
                         R"("startsAtUnixMs":"1","endsAtUnixMs":"2","roomId":"xx",)"
                         R"("roomName":"Room XX"}]})"));
}

TEST_CASE("the meeting has its instants and its turns") {
    CHECK(section(sample_room(), "meeting") ==
          R"("meeting":{"id":"cuba","state":{"code":"CU","name":"Cuba"},)"
          R"("startsAtUnixMs":"1523430000000","endsAtUnixMs":"1523433600000",)"
          R"("course":"COURSE_SUSPENDED","openedAtUnixMs":"1523430060000",)"
          R"("suspendedAtUnixMs":"1523430540000","closedAtUnixMs":"0",)"
          R"("dueAtUnixMs":"1523433600000","turns":[{"statementId":"5","inscriptionId":"sur",)"
          R"("fromUnixMs":"1523430060000","toUnixMs":"1523430180000","spokenMs":"110000",)"
          R"("silence":false,"readerDelegationId":""},{"statementId":"6","inscriptionId":"cso-1",)"
          R"("fromUnixMs":"1523430180000","toUnixMs":"1523430240000","spokenMs":"0",)"
          R"("silence":true,"readerDelegationId":""}],"resumesAtUnixMs":"0"})");
}

TEST_CASE("the plates have the speakers' names and the empty chairs") {
    CHECK(section(sample_room(), "plates") ==
          R"("plates":{"delegations":[{"id":"sur","kind":"DELEGATION_KIND_STATE_UNDER_REVIEW",)"
          R"("title":"Cuba","speakerName":"","subject":"","standing":"STANDING_PRESENT",)"
          R"("absenceReason":"","readerDelegationId":"","nameWithheld":false,"stateCode":"CU",)"
          R"("shortTitle":"","note":""},)"
          R"({"id":"cso-1","kind":"DELEGATION_KIND_NATIONAL_CSO",)"
          R"("title":"National CSO: media freedom","speakerName":"The speaker",)"
          R"("subject":"Media freedom","standing":"STANDING_ABSENT",)"
          R"("absenceReason":"Prevented from travelling","readerDelegationId":"",)"
          R"("nameWithheld":false,"stateCode":"","shortTitle":"Media","note":""},)"
          R"({"id":"cso-2","kind":"DELEGATION_KIND_INTERNATIONAL_CSO",)"
          R"("title":"International CSO","speakerName":"","subject":"",)"
          R"("standing":"STANDING_READ_BY","absenceReason":"","readerDelegationId":"cso-1",)"
          R"("nameWithheld":true,"stateCode":"","shortTitle":"","note":""}]})");
}

TEST_CASE("the list has its limits, its rounds and whom Next calls") {
    Room room = sample_room();
    Meeting& meeting = room.proceedings.meetings.front().edit();
    const std::vector<Inscription> list = meeting.list;
    // Its inscription is not always on the list below.
    meeting.statement.reset();
    const auto list_with = [&](std::size_t entry) {
        meeting.list = {list[entry]};
        return section(room, "list");
    };
    CHECK(list_with(1) ==
          R"("list":{"inscriptions":[{"id":"cso-1","delegationId":"cso-1",)"
          R"("kind":"INSCRIPTION_KIND_PANEL_STATEMENT","status":"INSCRIPTION_STATUS_SPEAKING",)"
          R"("allottedMs":"300000","addedMs":"-30000","spokenMs":"0","shortestMs":"300000",)"
          R"("longestMs":"420000","addressedTo":[],"roundId":"0",)"
          R"("ruling":"RULING_UNSPECIFIED","rulingText":""}],"nextInscriptionId":"",)"
          R"("rounds":[{"id":"4","budgetMs":"240000","leftMs":"240000","waitingMs":"240000"}]})");
    CHECK(list_with(0).find(R"("shortestMs":"30000","longestMs":"120000")") != std::string::npos);
    CHECK(list_with(3).find(R"("addressedTo":["cso-1","cso-2"])") != std::string::npos);
    CHECK(list_with(3).find(R"("nextInscriptionId":"ask-3")") != std::string::npos);
    CHECK(list_with(4).find(R"("roundId":"4")") != std::string::npos);
    CHECK(list_with(4).find(R"("leftMs":"140000")") != std::string::npos);
    CHECK(list_with(5).find(R"("ruling":"RULING_NOTED","rulingText":"Taken note of.")") !=
          std::string::npos);
}

TEST_CASE("the limits on the list are those of the room's rules") {
    Room room = sample_room();
    room.rules.panel_longest = std::chrono::minutes{6};
    CHECK(section(room, "list").find(R"("longestMs":"360000")") != std::string::npos);
    CHECK(section(room, "list").find(R"("longestMs":"420000")") == std::string::npos);
}

TEST_CASE("the floor has the anchors of its timer, and the interrupted statement") {
    CHECK(section(sample_room(), "floor") ==
          R"("floor":{"statement":{"id":"7","inscriptionId":"cso-1","delegationId":"cso-1",)"
          R"("givenAtUnixMs":"1523430240000","allottedMs":"270000","elapsedBeforeMs":"20500",)"
          R"("runningSinceUnixMs":"1523430300000","warningMs":"60000","silence":false,)"
          R"("runsOnResumption":false},)"
          R"("interrupted":{"inscriptionId":"cso-2","delegationId":"cso-2",)"
          R"("remainingMs":"310000","wasRunning":true},)"
          R"("lostTime":{"awayMs":"60000","offeredMs":"45000"}})");
}

TEST_CASE("the warning follows the rules, and a silence is marked as one") {
    Room room = sample_room();
    room.rules.warning = std::chrono::seconds{30};
    room.proceedings.meetings.front().edit().statement->silence = true;
    CHECK(section(room, "floor").find(R"("warningMs":"30000","silence":true)") !=
          std::string::npos);
}

TEST_CASE("a paused statement runs since 0; without a statement the field is not set") {
    Room room = sample_room();
    Meeting& meeting = room.proceedings.meetings.front().edit();
    meeting.statement->timer.running_since.reset();
    CHECK(section(room, "floor").find(R"("runningSinceUnixMs":"0")") != std::string::npos);
    meeting.statement.reset();
    meeting.interrupted.reset();
    CHECK(section(room, "floor") == R"("floor":{})");
}

TEST_CASE("a statement that a suspension paused says that it runs on resumption") {
    Room room = sample_room();
    room.proceedings.meetings.front().edit().statement->paused_by_suspension = true;
    CHECK(section(room, "floor").find(R"("runsOnResumption":true)") != std::string::npos);
}

TEST_CASE("a notice board without a notice is sent empty") {
    Room room = sample_room();
    room.proceedings.notice.reset();
    CHECK(section(room, "noticeBoard") == R"("noticeBoard":{})");
}

TEST_CASE("only the podium sees the memory") {
    CHECK(section(sample_room(), "memory", View::podium) ==
          R"("memory":{"last":{"revision":"7","kind":"ACT_KIND_GIVE_FLOOR",)"
          R"("atUnixMs":"1523430240000","actor":{"role":"ROLE_CHAIR",)"
          R"("device":"Chair's tablet"},"meetingId":"cuba","delegationId":"cso-1"},"count":1,)"
          R"("latest":{"revision":"8","kind":"ACT_KIND_SEND_SIGNAL",)"
          R"("atUnixMs":"1523430360000","actor":{"role":"ROLE_SECRETARIAT",)"
          R"("device":"Laptop"},"meetingId":"","delegationId":""}})");
    CHECK(section(sample_room(), "memory", View::everybody).empty());

    Room room = sample_room();
    room.memory.clear();
    room.last_act.reset();
    CHECK(section(room, "memory") == R"("memory":{"count":0})");
}

TEST_CASE("a whole room has every section of the contract, an empty one too") {
    for (const Room& room : {sample_room(), empty_room(RoomId{"xxvii"})}) {
        v1::ServerMessage message;
        REQUIRE(message.ParseFromString(write_whole(Encoding::protobuf, View::podium, room)));
        const v1::Room& sections = message.changed().sections();
        std::vector<const google::protobuf::FieldDescriptor*> set;
        sections.GetReflection()->ListFields(sections, &set);
        CHECK(static_cast<int>(set.size()) == sections.GetDescriptor()->field_count());
    }
    CHECK(section(empty_room(RoomId{"xxvii"}), "plates") == R"("plates":{"delegations":[]})");
}

}  // namespace
}  // namespace rostrum::wire
