// The reports as files of people's programs. tests/app/export.test.ts has LibreOffice and pandoc
// read them.
#include <array>
#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "wire/report/reports.hpp"
#include "wire/report/write.hpp"
#include "wire/sample_figures.hpp"
#include "wire/sheet/table.hpp"

namespace rostrum::wire::report {
namespace {

using namespace std::chrono_literals;

/// 11 April 2018, 09:00:00.007 in Geneva.
constexpr Instant nine = instant_from_unix_ms(1'523'430'000'007);

Record some_record(const std::string& plate) {
    Record record{RoomId{"xx"}, {}, {}, "Room XX", "Europe/Zurich", {}};
    RecordLine line{MeetingId{"cuba"}, FloorEvent::statement, nine, nine + 90s};
    line.plate = RecordedPlate{plate};
    line.kind = InscriptionKind::panel_statement;
    line.spoken = Duration{89'600};
    line.speaker = "A speaker";
    record.lines = {line};
    ActNote note;
    note.revision = Revision{4};
    note.kind = kind_of<Next>();
    note.at = nine;
    note.actor = {Role::chair, "Chair's tablet"};
    note.meeting = MeetingId{"cuba"};
    record.acts = {{note, {{plate}}}};
    record.meetings = {{MeetingId{"cuba"}, {"CU", "Cuba"}, nine}};
    return record;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string figures_csv(const Figures& figures, const std::string& language,
                        Separator separator = Separator::comma) {
    return write_csv(figures_document("Cuba", figures, Words{language}), separator);
}

/// A plate with this title in the CSV of the record.
std::string as_cell(const std::string& title) {
    const std::array kept{some_record(title)};
    const std::string csv = write_csv(record_document(kept, Words{"en"}), Separator::comma);
    const std::string before = "2018-04-11 09:01:30,";
    const std::size_t from = csv.find(before) + before.size();
    return csv.substr(from, csv.find(",\"A speaker\"", from) - from);
}

TEST_CASE("report: a CSV is marked as UTF-8, and says what the page says") {
    const std::string csv = figures_csv(test::sample_figures(), "en");
    CHECK(
        csv.starts_with("\xEF\xBB\xBF\"Facts and figures\"\r\n"
                        "\"Figures of\",\"Cuba\"\r\n"
                        "\"Meetings held\",\"12\"\r\n"
                        "\"National human rights institutions\",\"Counted separately from the "
                        "CSOs\"\r\n"
                        "\"Statements read by another\",\"Counted\"\r\n"
                        "\r\n"
                        "\"Figures and what they count\"\r\n"
                        "\"Figure\",\"Value\",\"What it counts\"\r\n"
                        "\"CSOs that took the floor\",55,"));
    CHECK(holds(csv, "\"Permanent Missions at a meeting, on average\",23.8,"));
    CHECK(holds(csv, "\"Share of them at each meeting\",35%,"));
    CHECK(holds(csv, "NHRIs are not counted in. A statement that another read counts."));
    CHECK(holds(csv, "\"Answer\",2,0:04:00,0:05:00\r\n"));
    // An answer has no allotment of its own.
    CHECK(holds(csv, "\"Cuba\",\"NHRI\",\"Answer\",2,\"\",0:05:50\r\n"));
    CHECK(holds(csv, "\"Cuba\",\"CSO: \"\"food\"\", health\",\"Panel statement\",2,0:06:00,"));
    CHECK(holds(csv, "\"Germany\",3\r\n"));
    CHECK(holds(csv, "\"Guest\",\"Meetings\"\r\n\"'=UNICEF\",2\r\n"));
}

TEST_CASE("report: beside semicolons numbers have a decimal comma") {
    Figures figures = test::sample_figures();
    figures.missions_share_percent = 35.25;
    const std::string csv = figures_csv(figures, "fr", Separator::semicolon);
    CHECK(holds(csv, ";23,8;"));
    CHECK(holds(csv, ";35,2%;"));
    CHECK(holds(csv, "\"Allemagne\";3\r\n"));
}

TEST_CASE("report: every language has the words of the reports") {
    const std::array kept{some_record("Cuba")};
    for (const std::string language : {"en", "fr", "es", "ar", "ru", "zh"}) {
        const std::string all = figures_csv(test::sample_figures(), language) +
                                write_csv(record_document(kept, Words{language}), Separator::comma);
        INFO(language);
        for (const std::string key : {"report.", "figure.", "define.", "kind.", "chart.", "act.",
                                      "record.", "role.", "names.", "screens.", "ruling."})
            CHECK(!holds(all, '"' + key));
    }
    CHECK(!Words::know("xx"));
    CHECK(!Words::know("en/"));
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

TEST_CASE("report: the record has the room's time, the meeting, and who spoke") {
    const std::array kept{some_record("Cuba")};
    const std::string csv = write_csv(record_document(kept, Words{"en"}), Separator::comma);
    CHECK(holds(csv, "\"Meeting\",\"Cuba, 2018-04-11 09:00\"\r\n"));
    CHECK(holds(csv,
                "\"Room XX\",\"Cuba\",2018-04-11 09:00:00,2018-04-11 09:01:30,\"Cuba\",\"A "
                "speaker\",\"Panel statement\",\"\",0:01:30\r\n"));
    CHECK(holds(
        csv,
        "\"Room XX\",4,2018-04-11 09:00:00,\"Next speaker called\",\"Cuba\",\"Cuba\",\"Chair\","
        "\"Chair's tablet\"\r\n"));
}

TEST_CASE("report: a workbook is read back cell by cell, and runs nothing") {
    Figures figures = test::sample_figures();
    const auto read = read_xlsx(write_xlsx(figures_document("=1+1", figures, Words{"ar"})));
    REQUIRE(std::holds_alternative<wire::Table>(read));
    const auto& rows = std::get<wire::Table>(read).rows;
    REQUIRE(rows.size() == 16);
    CHECK(rows[1].cells.at(1) == "=1+1");
    CHECK(rows[7].cells.at(1) == "55");
    CHECK(rows[7].cells.at(0) == Words{"ar"}("figure.csos_took_floor"));
}

TEST_CASE("report: a text leaves out what its facts say, and the day of the meeting") {
    const std::array kept{some_record("Cuba")};
    const TextTable one = text_table(record_document(kept, Words{"en"}).tables.at(0));
    REQUIRE(one.rows.size() == 1);
    CHECK(one.rows[0] == std::vector<std::string>{"09:00:00", "09:01:30", "Cuba", "A speaker",
                                                  "Panel statement", "1:30"});
    CHECK(one.columns.at(5).is_number);
    CHECK(!one.columns.at(0).is_number);

    // Before the opening, too.
    std::array none{some_record("Cuba")};
    none[0].lines.clear();
    CHECK(text_table(record_document(none, Words{"en"}).tables.at(0)).columns.at(0).heading ==
          "From");

    // Of two rooms, held on another day than planned.
    std::array two{some_record("Cuba"), some_record("Cuba")};
    for (Record& record : two) record.lines.front().from += std::chrono::hours{24};
    const TextTable both = text_table(record_document(two, Words{"en"}).tables.at(0));
    CHECK(both.rows.at(0).at(0) == "Room XX");
    CHECK(both.rows.at(0).at(1) == "Cuba");
    CHECK(both.rows.at(0).at(2) == "2018-04-12 09:00:00");
}

TEST_CASE("report: names of States and the moderator are in the language of the report") {
    const Words words{"fr"};
    CHECK(plate_in(words, {"Norway", "NO", DelegationKind::mission}) == "Norv\u00e8ge");
    CHECK(plate_in(words, {"Moderator", "", DelegationKind::moderator}) == "Mod\u00e9ration");
    CHECK(plate_in(words, {"Norway", "", DelegationKind::organisation}) == "Norway");
    Figures figures = test::sample_figures();
    figures.speakers[0].title = "Norway";
    figures.speakers[0].state_code = "NO";
    figures.speakers[1].kind = InscriptionKind::follow_up;
    const std::string csv = figures_csv(figures, "fr");
    CHECK(holds(csv, "\"Cuba\",\"Norv\u00e8ge\""));
    CHECK(holds(csv, "\"Cuba\",\"Mod\u00e9ration\""));
}

TEST_CASE("report: a text document is an archive that begins with its content types") {
    const std::array kept{some_record("Cuba")};
    const std::string docx = write_docx(record_document(kept, Words{"en"}));
    CHECK(docx.starts_with("PK\x03\x04"));
    CHECK(docx.substr(30, 19) == "[Content_Types].xml");
}

}  // namespace
}  // namespace rostrum::wire::report
