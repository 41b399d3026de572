#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "archive.hpp"
#include "floor/apply.hpp"
#include "floor/decide.hpp"
#include "wire/programme_json.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::wire::sheet_preview_test {
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
          std::vector<Finding>{{7,
                                "",
                                "rooms[0].meetings[0].panel[0].allottedS",
                                {"", "The time allotted here is 5:00 to 7:00 minutes."}}});
}

TEST_CASE("a workbook is previewed with the rows and columns that the spreadsheet shows") {
    const auto text = [](const std::string& words) {
        return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    };
    const std::string rows =
        "<row r=\"2\">" + text("Date") + text("Start") + text("State") + text("Panellist") +
        text("Kind") + text("Minutes") + "</row>" +
        R"(<row r="4"><c s="2"><v>43201</v></c><c s="3"><v>0.375</v></c>)" + text("Cuba") +
        text("NHRI") + text("NHRI") + "<c s=\"5\"><v>0.2291666666666667</v></c></row>" +
        "<row r=\"5\"><c/><c/><c/>" + text("CSO") + text("national") + "<c><v>9</v></c></row>";
    const Preview preview = preview_programme(archive_of(workbook_parts(rows)), "round.xlsx",
                                              {.room = RoomId{"xx"}, .room_name = "Room XX"});
    CHECK(preview.faults ==
          std::vector<Finding>{
              {5, "F", "Minutes", {"", "The time allotted here is 5:00 to 7:00 minutes."}}});
    const PlannedMeeting& meeting = preview.rooms.at(0).meetings.at(0);
    CHECK(unix_ms(meeting.starts_at) == 1'523'430'000'000);
    CHECK(meeting.panel.at(0).allotted == Duration{330'000});
}

TEST_CASE("where a file is no JSON any more is a line and a column") {
    CHECK(preview_programme("{\n  \"rooms\": oops\n}", "round.json", {}).faults ==
          std::vector<Finding>{{2, "12", "", {"", "From here on this is not JSON."}}});
}

TEST_CASE("a file is recognised by its contents, whatever its name") {
    const std::string workbook = archive_of(workbook_parts("<row/>"));
    CHECK(preview_programme(workbook, "round.csv", {}).faults ==
          std::vector<Finding>{{0, "", "", {"", "The sheet is empty."}}});
    CHECK(preview_programme(json, "round", {}).faults.empty());
    CHECK(preview_programme("a,b", "ROUND.XLSX", {}).faults.at(0).reason ==
          "This is not an .xlsx file: save the sheet as .xlsx or .csv.");
}

TEST_CASE("a preview is written with its meetings, rooms, faults and remarks") {
    Preview preview = preview_programme(json, "round.json", {});
    preview.faults.push_back({5, "C", "Minutes", {"", "No."}});
    preview.remarks.push_back(
        {0, "", "", {"required", "{who} is missing.", {{"who", "A remark"}}}});
    const auto written = boost::json::parse(write_preview_json(preview));
    const auto& meeting = written.at("meetings").at(0);
    CHECK(meeting.at("id") == "cuba");
    CHECK(meeting.at("startsAt") == "2018-04-11T07:00:00Z");
    CHECK(meeting.at("endsAt") == "2018-04-11T08:00:00Z");
    CHECK(meeting.at("surStatementS") == 120);
    CHECK(meeting.at("panel").at(0).at("allottedS") == 420);
    CHECK(meeting.at("panel").at(0).at("standing") == "STANDING_UNSPECIFIED");
    CHECK(written.at("rooms").at(0).at("timeZone") == "Europe/Zurich");
    CHECK(written.at("rooms").at(0).at("meetings").at(0) == meeting);
    CHECK(written.at("faults") ==
          boost::json::parse(
              R"([{"row": 5, "column": "C", "heading": "Minutes", "reason": "No.", "code": "",
                   "particulars": []}])"));
    CHECK(written.at("remarks") == boost::json::parse(R"([{"row": 0, "column": "", "heading": "",
        "reason": "A remark is missing.", "code": "required",
        "particulars": [{"name": "who", "value": "A remark"}]}])"));
}

TEST_CASE(
    "the rows of a workbook are matched with the plates of the room, by their ids if it has any") {
    Room room = empty_room(RoomId{"xxvii"});
    const Command found = FoundRoom{preview_programme(json, "round.json", {}).rooms.at(0)};
    Act act{Revision{1}, Instant{}, {Role::secretariat, ""}, CommandId{"found-it"}, {}, {}};
    act.kind = kind_of(found);
    act.events = std::get<Events>(decide(room, act.actor, found, act.at));
    room = apply(std::move(room), act);
    const auto text = [](const std::string& words) {
        return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    };
    const auto previewed = [&](const std::string& title, const std::string& id) {
        const std::string rows = "<row r=\"1\">" + text("Start") + text("State") +
                                 text("Panellist") + text("Kind") + text("Panellist id") +
                                 "</row><row r=\"2\">" + text("2018-04-11 09:00") + text("CU") +
                                 text(title) + text("NHRI") + text(id) + "</row>";
        SheetDefaults defaults;
        defaults.room = RoomId{"xxvii"};
        Preview preview =
            preview_programme(archive_of(workbook_parts(rows)), "round.xlsx", defaults);
        const auto plates = match_preview(room, preview);
        return boost::json::parse(write_preview_json(preview, plates));
    };
    CHECK(previewed("nhri", "").at("plates").as_array().size() == 1);
    CHECK(previewed("NHRI", "").at("plates").as_array().empty());
    CHECK(previewed("NHRI", "").at("meetings").at(0).at("panel").at(0).at("id") == "a");
    CHECK(previewed("Commission", "a").at("plates") == boost::json::parse(R"([{
        "meetingId": "cuba", "plateId": "a", "fate": "renamed", "title": "Commission",
        "formerTitle": "NHRI", "name": "unchanged", "standing": "STANDING_PRESENT",
        "absenceReason": "", "standsOtherwise": false}])"));
    const auto another = previewed("Commission", "");
    CHECK(another.at("plates").at(0).at("fate") == "added");
    CHECK(another.at("plates").at(1).at("fate") == "removed");
    CHECK(another.at("meetings").at(0).at("panel").at(0).at("id") == "new-1");
}

TEST_CASE("a programme that is written is read as the same") {
    const auto programme = std::get<Programme>(read_programme(json));
    CHECK(std::get<Programme>(read_programme(write_programme(programme))) == programme);
}

}  // namespace
}  // namespace rostrum::wire::sheet_preview_test
