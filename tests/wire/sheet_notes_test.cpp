#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "archive.hpp"
#include "wire/programme_json.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::wire::sheet_notes_test {
namespace {

SheetDefaults defaults() {
    SheetDefaults of_room;
    of_room.room = RoomId{"xx"};
    return of_room;
}

Preview preview(const std::string& csv) {
    return preview_programme(csv, "a.csv", defaults());
}

/// `row 3: …` for each remark and each fault.
std::vector<std::string> said(const std::vector<Finding>& findings) {
    std::vector<std::string> sentences;
    for (const Finding& one : findings)
        sentences.push_back((one.row == 0 ? "" : "row " + std::to_string(one.row) + ": ") +
                            one.reason.english);
    return sentences;
}

using Said = std::vector<std::string>;

const std::string head = "Room,Date,Start,End,State,Panellist,Kind,Minutes\n";
const std::string cuba = "XX,2017-04-04,09:00,10:00,CU,One,national,5\n";

std::string text_cell(const std::string& words) {
    return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
}

}  // namespace

TEST_CASE("notes: rows that are no meeting and no panellist are left out, and shown") {
    const Preview read =
        preview(head + "Room opens at 8,,,,,,,\n" + cuba + ",,,,,Two,national,5\n" +
                "Coffee,,,,,,,\n,,,,,Three,national,5\n,,10:00,10:15,Coffee,,,\n" +
                ",,12:00,13:00,,Lunch,,\nXX,2017-04-04,10:15,11:15,CA,Four,national,5\n,End of the "
                "day,,,,,,\n");
    CHECK(said(read.faults).empty());
    CHECK(said(read.remarks) ==
          Said{"row 2: This row is a note and was left out: Room opens at 8",
               "row 5: This row is a note and was left out: Coffee",
               "row 7: This row is a note and was left out: 10:00 · 10:15 · Coffee",
               "row 8: This row is a note and was left out: 12:00 · 13:00 · Lunch",
               "row 10: This row is a note and was left out: End of the day"});
    REQUIRE(read.rooms.at(0).meetings.size() == 2);
    CHECK(read.rooms[0].meetings[0].panel.size() == 3);
}

TEST_CASE("notes: a row that is a date and nothing else is the day of the meetings below it") {
    const std::string rows = ",,09:00,10:00,CU,One,national,5\n";
    const auto starts = [](const Preview& read) {
        CHECK(said(read.faults).empty());
        CHECK(read.remarks.empty());
        std::vector<std::int64_t> found;
        for (const PlannedMeeting& meeting : read.rooms.at(0).meetings)
            found.push_back(unix_ms(meeting.starts_at));
        return found;
    };
    const std::vector<std::int64_t> nine{1'491'289'200'000, 1'491'375'600'000};
    CHECK(starts(preview(head + "Tuesday 4 April 2017,,,,,,,\nXX" + rows +
                         "mercredi 5 avril 2017,,,,,,,\nXX" + rows)) == nine);
    CHECK(starts(preview(head + "Day 1: 4 April 2017,,,,,,,\nXX" + rows +
                         "Day 2,Wednesday 5 April 2017,,,,,,\nXX" + rows)) == nine);
    CHECK(starts(preview(head + ",2017-04-04,,,,,,\nXX" + rows + ",5.4.2017,,,,,,\n" + rows)) ==
          nine);
    CHECK(starts(preview(head + cuba + ",2017-04-05,,,,,,\n,,09:00,,CA,Two,national,5\n")) == nine);
    // Nobody knows which day this is.
    CHECK(said(preview(head + "4/5/2017,,,,,,,\nXX" + rows).faults) ==
          Said{"row 3: This is required."});
}

TEST_CASE("notes: what could be a meeting or a panellist with a mistake stays a fault") {
    // The panel below would go to the meeting above.
    CHECK(said(preview(head + cuba + "XX,2017-04-04,10:00,11:00,Cubba,,,\n,,,,,Two,national,5\n")
                   .faults)
              .at(0)
              .starts_with("row 3: No State has this name."));
    CHECK(said(preview(head + cuba + ",,,,,Two,,\n").faults) == Said{"row 3: This is required."});
    // The rows below would keep the room of those above.
    CHECK_FALSE(preview(head + cuba + "Room XXI,,,,,,,\n,2017-04-04,11:00,,CA,Two,national,5\n")
                    .faults.empty());
}

TEST_CASE("notes: very many are counted, not listed") {
    std::string csv = head + cuba;
    for (int i = 0; i < 150; ++i) csv += "Coffee,,,,,,,\n";
    const Preview read = preview(csv);
    CHECK(read.faults.empty());
    REQUIRE(read.remarks.size() == 101);
    CHECK(read.remarks.back().reason == "More rows are notes and were left out, 150 in all.");
}

TEST_CASE("xlsx: hidden rows and columns are read, and said; so is a second sheet") {
    const std::string rows =
        "<cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols><row r=\"1\">" + text_cell("Date") +
        text_cell("Start") + text_cell("State") + text_cell("Panellist") + text_cell("Kind") +
        text_cell("Speaker") + "</row><row r=\"2\">" + text_cell("2017-04-04") +
        text_cell("09:00") + text_cell("CU") + text_cell("One") + text_cell("national") +
        text_cell("Somebody") + "</row><row r=\"3\" hidden=\"1\"><c/><c/><c/>" + text_cell("Two") +
        text_cell("national") + "</row>";
    const Preview read =
        preview_programme(archive_of(workbook_parts(rows)), "round.xlsx", defaults());
    CHECK(said(read.faults).empty());
    CHECK(said(read.remarks) ==
          Said{"These rows are hidden in the spreadsheet, and were read: 3.",
               "These columns are hidden in the spreadsheet, and were read: Speaker."});
    CHECK(read.rooms.at(0).meetings.at(0).panel.size() == 2);
}

TEST_CASE("xlsx: a formula that was never calculated is a fault of its cell") {
    const std::string rows = "<row r=\"1\">" + text_cell("Date") + text_cell("Start") +
                             text_cell("End") + text_cell("State") + text_cell("Panellist") +
                             text_cell("Kind") + "</row><row r=\"2\">" + text_cell("2017-04-04") +
                             text_cell("09:00") + "<c><f>B2+TIME(0,45,0)</f><v></v></c>" +
                             text_cell("CU") + text_cell("One") + text_cell("national") + "</row>";
    const auto faults =
        preview_programme(archive_of(workbook_parts(rows)), "round.xlsx", defaults()).faults;
    CHECK(faults == std::vector<Finding>{
                        {2,
                         "C",
                         "End",
                         {"",
                          "The formula in this cell was never calculated: open the file in a "
                          "spreadsheet, and save it there."}}});
    std::string empty_text = rows;
    empty_text.replace(empty_text.find("<c><f>"), 6, "<c t=\"str\"><f>");
    CHECK(preview_programme(archive_of(workbook_parts(empty_text)), "round.xlsx", defaults())
              .faults.empty());
}

TEST_CASE("sheet: an NGO alone is a national one") {
    const auto rooms = preview(head + "XX,2017-04-04,09:00,10:00,CU,One,NGO,5\n").rooms;
    CHECK(rooms.at(0).meetings.at(0).panel.at(0).kind == DelegationKind::national_cso);
}

TEST_CASE("sheet: a meeting without a statement of the State is planned with 0 minutes") {
    const auto rooms =
        preview("Start,State,SuR time,Panellist,Kind\n2017-04-04 09:00,CU,0,One,national\n").rooms;
    CHECK(rooms.at(0).meetings.at(0).sur_allotted == Duration{0});
    for (const std::string none : {"none", "declines", "aucune", "sin declaración", "нет", "无"}) {
        const Preview read = preview("Start,State,SuR time,Panellist,Kind\n2017-04-04 09:00,CU," +
                                     none + ",One,national\n");
        CHECK(said(read.faults).empty());
        CHECK(read.rooms.at(0).meetings.at(0).sur_allotted == Duration{0});
    }
    const auto again = read_csv(write_programme_csv(rooms));
    CHECK(read_programme_sheet(std::get<Table>(again), defaults()).rooms == rooms);
}

TEST_CASE("json: a State without a statement, and one read by another, are read again") {
    std::string json = R"({"rooms": [{"id": "xx", "name": "XX", "timeZone": "Europe/Zurich",
        "meetings": [{"id": "cuba", "state": {"code": "CU", "name": "Cuba"},
        "startsAt": "2018-04-11T09:00:00+02:00", "endsAt": "2018-04-11T10:00:00+02:00",
        "surStatementS": 0, "panel": [{"id": "a", "kind": "DELEGATION_KIND_NHRI", "title": "A",
        "standing": "STANDING_READ_BY"}]}]}]})";
    const auto programme = std::get<Programme>(read_programme(json));
    const PlannedMeeting& meeting = programme.rooms.at(0).meetings.at(0);
    CHECK(meeting.sur_allotted == Duration{0});
    CHECK(meeting.panel.at(0).standing == Standing::read_by);
    CHECK(std::get<Programme>(read_programme(write_programme(programme))) == programme);
    CHECK(planned_meeting(meeting, SpeakingOrder::as_planned).delegations.at(1).standing ==
          Standing::absent);
    json.replace(json.find("\"surStatementS\": 0, "), 20, "");
    CHECK(std::get<Programme>(read_programme(json)).rooms.at(0).meetings.at(0).sur_allotted ==
          Duration{120'000});
}

}  // namespace rostrum::wire::sheet_notes_test
