#include "cli/watched_room.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

using rostrum::cli::WatchedRoom;

namespace {

boost::json::object parsed_line(std::string_view text) {
    return boost::json::parse(text).as_object();
}

const auto welcome =
    parsed_line(R"({"welcome":{"revision":"4","serverUnixMs":1523433600000.25,"room":{
    "meeting":{"id":"cuba","state":{"name":"Cuba"},"course":"COURSE_OPEN"},
    "plates":{"delegations":[{"id":"a","title":"NHRI"}]},
    "list":{"inscriptions":[],"nextInscriptionId":""},
    "floor":{}}}})");

const auto given = parsed_line(R"({"changed":{"previousRevision":"4","revision":"5","sections":{
    "floor":{"statement":{"id":"5","delegationId":"a","allottedMs":"300000",
             "elapsedBeforeMs":"0","runningSinceUnixMs":"1523433601000"}}}}})");

}  // namespace

TEST_CASE("changed sections replace the previous ones, by the server's clock") {
    WatchedRoom room;
    CHECK(room.take(welcome, 50'000) == "#4 Cuba, open: nobody has the floor");
    // 61 s after the Welcome, so 60 s after the floor was given.
    CHECK(room.take(given, 111'000) == "#5 Cuba, open: NHRI 4:00");
}

TEST_CASE("other messages do not affect the room") {
    WatchedRoom room;
    CHECK_FALSE(room.take(parsed_line(R"({"timeSyncReply":{"clientMs":1,"serverUnixMs":2}})"), 0));
    CHECK_FALSE(room.take(parsed_line(R"({"goodbye":{"reason":"REASON_STOPPING"}})"), 0));
}
