#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "wire/programme_json.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::wire {
namespace {

const std::string json = R"({
  "rooms": [{ "id": "xxvii", "name": "Room XXVII", "timeZone": "Europe/Zurich", "meetings": [{
    "id": "cuba",
    "state": { "code": "CU", "name": "Cuba" },
    "startsAt": "2018-04-11T09:00:00+02:00",
    "endsAt": "2018-04-11T10:00:00+02:00",
    "panel": [{ "id": "a", "kind": "DELEGATION_KIND_NHRI", "title": "NHRI", "allottedS": 420 }]
  }] }]
})";

std::string spoilt() {
    std::string text = json;
    return text.replace(text.find("420"), 3, "480");
}

TEST_CASE("a programme in JSON is previewed as it is read") {
    const Preview preview = preview_programme(json, "round.json", {});
    CHECK(preview.faults.empty());
    REQUIRE(preview.rooms.size() == 1);
    CHECK(preview.rooms == std::get<Programme>(read_programme(json)).rooms);
    CHECK(preview.rooms[0].meetings[0].panel[0].allotted == std::chrono::minutes{7});
}

TEST_CASE("a fault of a programme in JSON has its line for a row") {
    const Preview preview = preview_programme(spoilt(), "round.json", {});
    CHECK(preview.rooms.empty());
    CHECK(preview.faults ==
          std::vector<RowFault>{{7, "", "rooms[0].meetings[0].panel[0].allottedS",
                                 "The time allotted here is 5:00 to 7:00 minutes."}});
}

TEST_CASE("a preview is written with its meetings, rooms, faults and remarks") {
    Preview preview = preview_programme(json, "round.json", {});
    preview.faults.push_back({5, "C", "Minutes", "No."});
    preview.remarks.emplace_back("A remark.");
    const auto written = boost::json::parse(write_preview_json(preview));
    const auto& meeting = written.at("meetings").at(0);
    CHECK(meeting.at("id") == "cuba");
    CHECK(meeting.at("startsAt") == "2018-04-11T07:00:00Z");
    CHECK(meeting.at("endsAt") == "2018-04-11T08:00:00Z");
    CHECK(meeting.at("surStatementS") == 120);
    CHECK(meeting.at("panel").at(0).at("allottedS") == 420);
    CHECK(meeting.at("panel").at(0).at("standing") == "STANDING_PRESENT");
    CHECK(written.at("rooms").at(0).at("timeZone") == "Europe/Zurich");
    CHECK(written.at("rooms").at(0).at("meetings").at(0) == meeting);
    CHECK(written.at("faults") ==
          boost::json::parse(
              R"([{"row": 5, "column": "C", "heading": "Minutes", "reason": "No."}])"));
    CHECK(written.at("remarks") == boost::json::array{"A remark."});
}

TEST_CASE("a programme that is written is read again as it was") {
    const auto programme = std::get<Programme>(read_programme(json));
    CHECK(std::get<Programme>(read_programme(write_programme(programme))) == programme);
}

}  // namespace
}  // namespace rostrum::wire
