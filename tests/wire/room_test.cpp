// A room as its screens are told it, section by section.
#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"
#include "sample_room.hpp"

namespace rostrum::wire {
namespace {

/// The JSON of one section, without what is around it.
std::string section(const Room& room, Section section, View view = View::podium) {
    const std::string json = write_changed(Encoding::json, view, Revision{7}, room, {section});
    const std::string before = R"("sections":{)";
    const auto start = json.find(before) + before.size();
    return json.substr(start, json.size() - start - std::string{"}}}"}.size());
}

TEST_CASE("the agenda has every meeting of the room") {
    CHECK(section(sample_room(), Section::agenda) ==
          R"("agenda":{"roomId":"xxvii","roomName":"Room XXVII","timeZone":"Europe/Zurich",)"
          R"("meetings":[{"id":"cuba","state":{"code":"CU","name":"Cuba"},)"
          R"("startsAtUnixMs":"1523430000000","endsAtUnixMs":"1523433600000",)"
          R"("course":"COURSE_SUSPENDED"},{"id":"djibouti",)"
          R"("state":{"code":"DJ","name":"Djibouti"},"startsAtUnixMs":"1523435400000",)"
          R"("endsAtUnixMs":"1523439000000","course":"COURSE_PLANNED"}],)"
          R"("currentMeetingId":"cuba"})");
}

TEST_CASE("the meeting has its instants and its turns") {
    CHECK(section(sample_room(), Section::meeting) ==
          R"("meeting":{"id":"cuba","state":{"code":"CU","name":"Cuba"},)"
          R"("startsAtUnixMs":"1523430000000","endsAtUnixMs":"1523433600000",)"
          R"("course":"COURSE_SUSPENDED","openedAtUnixMs":"1523430060000",)"
          R"("suspendedAtUnixMs":"1523430540000","closedAtUnixMs":"0",)"
          R"("dueAtUnixMs":"1523433600000","turns":[{"statementId":"5","inscriptionId":"sur",)"
          R"("fromUnixMs":"1523430060000","toUnixMs":"1523430180000","spokenMs":"110000"}]})");
}

TEST_CASE("the plates have the speakers' names and the empty chairs") {
    CHECK(section(sample_room(), Section::plates) ==
          R"("plates":{"delegations":[{"id":"sur","kind":"DELEGATION_KIND_STATE_UNDER_REVIEW",)"
          R"("title":"Cuba","speakerName":"","subject":"","standing":"STANDING_PRESENT",)"
          R"("absenceReason":""},{"id":"cso-1","kind":"DELEGATION_KIND_NATIONAL_CSO",)"
          R"("title":"National CSO: media freedom","speakerName":"The speaker",)"
          R"("subject":"Media freedom","standing":"STANDING_ABSENT",)"
          R"("absenceReason":"Prevented from travelling"}]})");
}

TEST_CASE("the list has its limits and whom Next calls") {
    CHECK(section(sample_room(), Section::list) ==
          R"("list":{"inscriptions":[{"id":"sur","delegationId":"sur",)"
          R"("kind":"INSCRIPTION_KIND_SUR_STATEMENT","status":"INSCRIPTION_STATUS_SPOKEN",)"
          R"("allottedMs":"120000","addedMs":"0","spokenMs":"110000","shortestMs":"30000",)"
          R"("longestMs":"120000"},{"id":"cso-1","delegationId":"cso-1",)"
          R"("kind":"INSCRIPTION_KIND_PANEL_STATEMENT","status":"INSCRIPTION_STATUS_SPEAKING",)"
          R"("allottedMs":"300000","addedMs":"-30000","spokenMs":"0","shortestMs":"300000",)"
          R"("longestMs":"420000"},{"id":"cso-1-again","delegationId":"sur",)"
          R"("kind":"INSCRIPTION_KIND_PANEL_STATEMENT","status":"INSCRIPTION_STATUS_WAITING",)"
          R"("allottedMs":"360000","addedMs":"0","spokenMs":"0","shortestMs":"300000",)"
          R"("longestMs":"420000"}],"nextInscriptionId":"cso-1-again"})");
}

TEST_CASE("the floor is told by the anchors of its timer") {
    CHECK(section(sample_room(), Section::floor) ==
          R"("floor":{"statement":{"id":"7","inscriptionId":"cso-1","delegationId":"cso-1",)"
          R"("givenAtUnixMs":"1523430240000","allottedMs":"270000","elapsedBeforeMs":"20500",)"
          R"("runningSinceUnixMs":"1523430300000","warningMs":"60000"}})");
}

TEST_CASE("a paused statement runs since 0, and nobody's is not there") {
    Room room = sample_room();
    Meeting& meeting = room.proceedings.meetings.front().edit();
    meeting.statement->timer.running_since.reset();
    CHECK(section(room, Section::floor).find(R"("runningSinceUnixMs":"0")") != std::string::npos);
    meeting.statement.reset();
    CHECK(section(room, Section::floor) == R"("floor":{})");
}

TEST_CASE("a notice board without a notice is there and empty") {
    Room room = sample_room();
    room.proceedings.notice.reset();
    CHECK(section(room, Section::notice_board) == R"("noticeBoard":{})");
}

TEST_CASE("the memory is the podium's alone") {
    CHECK(section(sample_room(), Section::memory, View::podium) ==
          R"("memory":{"last":{"revision":"7","kind":"ACT_KIND_GIVE_FLOOR",)"
          R"("atUnixMs":"1523430240000","actor":{"role":"ROLE_CHAIR",)"
          R"("device":"Chair's tablet"},"meetingId":"cuba","delegationId":"cso-1"},"count":1})");
    CHECK(section(sample_room(), Section::memory, View::everybody).empty());

    Room room = sample_room();
    room.memory.clear();
    CHECK(section(room, Section::memory) == R"("memory":{"count":0})");
}

TEST_CASE("a whole room has every section of the contract, an empty one too") {
    for (const Room& room : {sample_room(), empty_room(RoomId{"xxvii"})}) {
        v1::ServerMessage message;
        REQUIRE(message.ParseFromString(
            write_changed(Encoding::protobuf, View::podium, Revision{0}, room, Sections::all())));
        const v1::Room& sections = message.changed().sections();
        std::vector<const google::protobuf::FieldDescriptor*> set;
        sections.GetReflection()->ListFields(sections, &set);
        CHECK(static_cast<int>(set.size()) == sections.GetDescriptor()->field_count());
    }
    CHECK(section(empty_room(RoomId{"xxvii"}), Section::plates) ==
          R"("plates":{"delegations":[]})");
}

}  // namespace
}  // namespace rostrum::wire
