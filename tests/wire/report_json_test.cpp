#include "wire/report_json.hpp"

#include <array>
#include <string>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

namespace rostrum::wire {
namespace {

namespace json = boost::json;

/// 11 April 2018, 09:00:00.007 in Geneva.
constexpr Instant nine = instant_from_unix_ms(1'523'430'000'007);

Figures figures() {
    Figures written;
    written.definitions = {false, true};
    written.meetings = 12;
    written.csos_took_floor = 55;
    written.missions = 68;
    written.missions_share_percent = 35.04901;
    written.surs_attended = 7;
    written.kinds = {{InscriptionKind::question, 3, Duration{360'000}, Duration{299'500}}};
    written.speakers = {{MeetingId{"cuba"},
                         {"CU", "Cuba"},
                         "National CSO: \"food\", health",
                         InscriptionKind::panel_statement,
                         Duration{360'000},
                         Duration{350'499},
                         2}};
    return written;
}

Record record(const std::string& room, const std::string& plate) {
    Record kept;
    kept.room = RoomId{room};
    kept.turns = {{MeetingId{"cuba"}, nine, nine + std::chrono::seconds{90},
                   InscriptionKind::point_of_order, plate, Duration{89'600}, false, Ruling::upheld,
                   "So ruled."}};
    ActNote note;
    note.revision = Revision{4};
    note.kind = kind_of<Next>();
    note.at = nine;
    note.actor = {Role::chair, "Chair's tablet"};
    note.meeting = MeetingId{"cuba"};
    kept.acts = {{note, plate}};
    return kept;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A plate with this title in the CSV of the record.
std::string as_cell(const std::string& title) {
    const std::array kept{record("xx", title)};
    const std::string csv = record_csv(kept);
    const std::string before = "INSCRIPTION_KIND_POINT_OF_ORDER,";
    const std::size_t from = csv.find(before) + before.size();
    return csv.substr(from, csv.find(",90,no,", from) - from);
}

TEST_CASE("report: figures in JSON are numbers, with the definitions that they follow") {
    const json::value written = json::parse(figures_json("Room XX", figures()));
    CHECK(written.at("scope") == json::value{{"title", "Room XX"}, {"meetings", 12}});
    CHECK(written.at("definitions") == json::value{{"nhri", "beside"}, {"read_by", "counted"}});
    CHECK(written.at("figures").at(0) == json::value{{"key", "csos_took_floor"}, {"value", 55.0}});
    CHECK(written.at("kinds").at(0) == json::value{{"kind", "INSCRIPTION_KIND_QUESTION"},
                                                   {"count", 3},
                                                   {"allotted_ms", 360'000},
                                                   {"used_ms", 299'500}});
    CHECK(written.at("speakers").at(0) == json::value{{"meeting_id", "cuba"},
                                                      {"state", {{"code", "CU"}, {"name", "Cuba"}}},
                                                      {"title", "National CSO: \"food\", health"},
                                                      {"kind", "INSCRIPTION_KIND_PANEL_STATEMENT"},
                                                      {"allotted_ms", 360'000},
                                                      {"used_ms", 350'499},
                                                      {"turns", 2}});
}

TEST_CASE("report: figures in CSV, line by line") {
    CHECK(figures_csv("Room XX", figures()) ==
          "scope,\"Room XX\"\r\n"
          "meetings,12\r\n"
          "definition.nhri,beside\r\n"
          "definition.read_by,counted\r\n"
          "\r\n"
          "figure,value\r\n"
          "csos_took_floor,55\r\n"
          "represented_by_women,0\r\n"
          "national_csos,0\r\n"
          "nhris,0\r\n"
          "missions,68\r\n"
          "missions_share_percent,35\r\n"
          "surs_attended,7\r\n"
          "plates_absent,0\r\n"
          "\r\n"
          "kind,statements,allotted_s,used_s\r\n"
          "INSCRIPTION_KIND_QUESTION,3,360,300\r\n"
          "\r\n"
          "meeting,state,plate,kind,turns,allotted_s,used_s\r\n"
          "\"cuba\",\"Cuba\",\"National CSO: \"\"food\"\", "
          "health\",INSCRIPTION_KIND_PANEL_STATEMENT,2,360,350\r\n");
}

TEST_CASE("report: figures have a decimal only if it is not 0") {
    Figures written;
    written.missions_share_percent = 34.96;
    CHECK(holds(figures_csv("", written), "missions_share_percent,35\r\n"));
    written.missions_share_percent = 75.25;
    CHECK(holds(figures_csv("", written), "missions_share_percent,75.2\r\n"));
}

TEST_CASE("report: a text that a spreadsheet would run is marked as a text") {
    CHECK(as_cell("National CSO") == "\"National CSO\"");
    for (const std::string formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
        INFO(formula);
        CHECK(as_cell(formula) == "\"'" + formula + "\"");
    }
    CHECK(as_cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    CHECK(as_cell("1 = 1, or so\nit is") == "\"1 = 1, or so\nit is\"");
}

TEST_CASE("report: the record in CSV, rooms one after another, turns before acts") {
    const std::array kept{record("xx", "Cuba"), record("xxvii", "Cuba")};
    const std::string turn =
        ",\"cuba\",2018-04-11T07:00:00.007Z,2018-04-11T07:01:30.007Z,"
        "INSCRIPTION_KIND_POINT_OF_ORDER,\"Cuba\",90,no,RULING_UPHELD,\"So ruled.\"\r\n";
    const std::string act =
        ",4,2018-04-11T07:00:00.007Z,chair,\"Chair's tablet\",ACT_KIND_NEXT,\"cuba\",\"Cuba\"\r\n";
    CHECK(record_csv(kept) ==
          "room,meeting,from,to,kind,plate,spoken_s,silence,ruling,ruling_text\r\n"
          "xx" +
              turn + "xxvii" + turn +
              "\r\n"
              "room,revision,at,role,device,act,meeting,about\r\n"
              "xx" +
              act + "xxvii" + act);
}

TEST_CASE("report: the record in JSON") {
    const std::array kept{record("xx", "=1")};
    const json::value written = json::parse(record_json(kept));
    CHECK(written.at("turns").at(0) == json::value{{"room_id", "xx"},
                                                   {"meeting_id", "cuba"},
                                                   {"from_unix_ms", 1'523'430'000'007},
                                                   {"to_unix_ms", 1'523'430'090'007},
                                                   {"kind", "INSCRIPTION_KIND_POINT_OF_ORDER"},
                                                   {"title", "=1"},
                                                   {"spoken_ms", 89'600},
                                                   {"silence", false},
                                                   {"ruling", "RULING_UPHELD"},
                                                   {"ruling_text", "So ruled."}});
    CHECK(written.at("acts").at(0) == json::value{{"room_id", "xx"},
                                                  {"revision", 4},
                                                  {"at_unix_ms", 1'523'430'000'007},
                                                  {"role", "chair"},
                                                  {"device", "Chair's tablet"},
                                                  {"kind", "ACT_KIND_NEXT"},
                                                  {"meeting_id", "cuba"},
                                                  {"about", "=1"}});
}

}  // namespace
}  // namespace rostrum::wire
