#include "cli/room_line.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

namespace json = boost::json;
using rostrum::cli::digits;
using rostrum::cli::room_line;

namespace {

json::object cuba() {
    return json::parse(R"({
        "meeting":{"id":"cuba","state":{"code":"CU","name":"Cuba"},"course":"COURSE_OPEN"},
        "plates":{"delegations":[{"id":"sur","title":"Cuba"},
                                 {"id":"a","title":"National CSO: media freedom"},
                                 {"id":"b","title":"NHRI"}]},
        "list":{"inscriptions":[{"id":"a","delegationId":"a"},{"id":"b","delegationId":"b"}],
                "nextInscriptionId":"b"},
        "floor":{"statement":{"id":"7","inscriptionId":"a","delegationId":"a","allottedMs":"300000",
                 "elapsedBeforeMs":"1000","runningSinceUnixMs":"1523433600000"}},
        "noticeBoard":{}})")
        .as_object();
}

constexpr std::int64_t given_at = 1'523'433'600'000;

}  // namespace

TEST_CASE("remaining time rounds up, overtime rounds down") {
    CHECK(digits(300'000) == "5:00");
    CHECK(digits(299'001) == "5:00");
    CHECK(digits(299'000) == "4:59");
    CHECK(digits(1) == "0:01");
    CHECK(digits(0) == "0:00");
    CHECK(digits(-999) == "+0:00");
    CHECK(digits(-72'000) == "+1:12");
}

TEST_CASE("the line shows the State, the speaker, the time left and who is next") {
    CHECK(room_line(cuba(), given_at) ==
          "Cuba, open: National CSO: media freedom 4:59; next: NHRI");
    CHECK(room_line(cuba(), given_at + 60'000) ==
          "Cuba, open: National CSO: media freedom 3:59; next: NHRI");
    CHECK(room_line(cuba(), given_at + 301'000) ==
          "Cuba, open: National CSO: media freedom +0:02; next: NHRI");
}

TEST_CASE("the line of a paused statement says so, and its time does not change") {
    auto room = cuba();
    auto& statement = room["floor"].as_object()["statement"].as_object();
    statement["runningSinceUnixMs"] = "0";
    statement["elapsedBeforeMs"] = "180000";
    CHECK(room_line(room, given_at + 999'999) ==
          "Cuba, open: National CSO: media freedom 2:00 (paused); next: NHRI");
}

TEST_CASE("the line shows a free floor, an empty list and a notice") {
    auto room = cuba();
    room["floor"] = json::object{};
    room["list"].as_object()["nextInscriptionId"] = "";
    room["meeting"].as_object()["course"] = "COURSE_SUSPENDED";
    room["noticeBoard"] = {{"notice", {{"id", "3"}, {"text", "Back at four."}}}};
    CHECK(room_line(room, given_at) ==
          "Cuba, suspended: nobody has the floor; notice: Back at four.");
}

TEST_CASE("the line of an empty room shows no meeting") {
    CHECK(room_line(json::object{{"meeting", {{"id", ""}}}}, given_at) == "no meeting");
}
