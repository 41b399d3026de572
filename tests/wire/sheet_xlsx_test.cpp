#include <catch2/catch.hpp>

#include "archive.hpp"
#include "wire/sheet/number_format.hpp"
#include "wire/sheet/table.hpp"

namespace rostrum::wire::sheet_xlsx_test {
namespace {

using Parts = std::map<std::string, std::string>;

std::variant<Table, Finding> read(const Parts& parts) {
    return read_xlsx(archive_of(parts));
}

std::vector<std::string> first_row(const std::string& cells) {
    const auto read_table = read(workbook_parts("<row r=\"1\">" + cells + "</row>"));
    if (const auto* fault = std::get_if<Finding>(&read_table)) UNSCOPED_INFO(fault->reason.english);
    REQUIRE(std::holds_alternative<Table>(read_table));
    return std::get<Table>(read_table).rows.at(0).cells;
}

Finding fault_of(const std::string& bytes) {
    const auto read_table = read_xlsx(bytes);
    REQUIRE(std::holds_alternative<Finding>(read_table));
    return std::get<Finding>(read_table);
}

Parts with(Parts parts, const std::string& part, const std::string& content) {
    parts[part] = content;
    return parts;
}

using Cells = std::vector<std::string>;

TEST_CASE("xlsx: shared and inline texts, formulas and truth values are read") {
    CHECK(first_row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    "<c r=\"D1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                    "<c r=\"E1\" t=\"str\"><f>A1</f><v>worked out</v></c>"
                    "<c r=\"F1\" t=\"b\"><v>1</v></c><c r=\"G1\" t=\"b\"><v>0</v></c>"
                    "<c r=\"H1\" t=\"e\"><v>#REF!</v></c>"
                    "<c r=\"I1\" t=\"d\"><v>2018-04-11T09:00:00</v></c>") ==
          Cells{"State", "Cuba", "", "inline", "worked out", "TRUE", "FALSE", "#REF!",
                "2018-04-11 09:00:00"});
}

TEST_CASE("xlsx: numbers, dates and times as their style shows them") {
    CHECK(first_row("<c><v>5</v></c><c><v>5.5</v></c><c><v>0.30000000000000004</v></c>"
                    "<c s=\"1\"><v>43201</v></c><c s=\"2\"><v>43201</v></c>"
                    "<c s=\"3\"><v>0.375</v></c><c s=\"4\"><v>43201.375</v></c>"
                    "<c s=\"5\"><v>0.2291666666666667</v></c><c s=\"99\"><v>43201</v></c>") ==
          Cells{"5", "5.5", "0.3", "2018-04-11", "2018-04-11", "09:00", "2018-04-11 09:00",
                "05:30:00", "43201"});
}

TEST_CASE("xlsx: rows keep the numbers that the spreadsheet shows, empty ones are left out") {
    const auto table = std::get<Table>(
        read(workbook_parts("<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\"4\"/>"
                            "<row><c><v>2</v></c></row>")));
    CHECK(table.rows == std::vector<Row>{{3, {"", "1"}}, {5, {"2"}}});
}

TEST_CASE("xlsx: both calendars are read, and the false leap day of 1900") {
    const NumberFormat date{.date = true};
    CHECK(shown("43201", date, DateSystem::from_1900) == "2018-04-11");
    CHECK(shown("41739", date, DateSystem::from_1904) == "2018-04-11");
    CHECK(shown("59", date, DateSystem::from_1900) == "1900-02-28");
    CHECK(shown("61", date, DateSystem::from_1900) == "1900-03-01");
    CHECK(shown("-1", date, DateSystem::from_1900) == "-1");
    CHECK(shown("1e300", date, DateSystem::from_1900) == "1e+300");
    auto parts = workbook_parts("<row><c s=\"1\"><v>41739</v></c></row>");
    std::string& workbook = parts["xl/workbook.xml"];
    workbook.replace(workbook.find("<workbookPr/>"), 13, "<workbookPr date1904=\"1\"/>");
    CHECK(std::get<Table>(read(parts)).rows.at(0).cells == Cells{"2018-04-11"});
}

TEST_CASE("xlsx: format codes are recognised as dates and times") {
    CHECK(format_of("General") == NumberFormat{});
    CHECK(format_of("0.00;[Red]-0.00") == NumberFormat{});
    CHECK(format_of("\"day \"0") == NumberFormat{});
    CHECK(format_of("mmm-yy") == NumberFormat{.date = true});
    CHECK(format_of("mmmm") == NumberFormat{.date = true});
    CHECK(format_of("[h]:mm") == NumberFormat{.time = true});
    CHECK(format_of("hh:mm:ss") == NumberFormat{.time = true, .seconds = true});
    CHECK(format_of("dd\\.mm\\.yyyy hh:mm") == NumberFormat{.date = true, .time = true});
}

TEST_CASE("xlsx: a file that is not a workbook is refused with a sentence") {
    CHECK(fault_of("Room;State").reason ==
          "This is not an .xlsx file: save the sheet as .xlsx or .csv.");
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    CHECK(fault_of(compound + std::string(600, '\0')).reason ==
          "This is an .xls file of an older Excel: save it as .xlsx or .csv.");
    std::string name;
    for (const char c : std::string{"EncryptedPackage"}) name.append({c, '\0'});
    CHECK(fault_of(compound + name).reason ==
          "This workbook is encrypted: save it without a password.");
    CHECK(fault_of(archive_of(workbook_parts(""), "secret")).reason ==
          "This workbook is encrypted: save it without a password.");
    CHECK(fault_of(archive_of({{"content.xml", "<a/>"}})).reason ==
          "This is an OpenDocument file: save the sheet as .xlsx or .csv.");
    CHECK(fault_of(archive_of({{"a.txt", "a"}})).reason ==
          "This .xlsx file is damaged: it has no _rels/.rels.");
    CHECK(fault_of(archive_of(with(workbook_parts(""), "xl/workbook.xml", "<workbook/>"))).reason ==
          "This .xlsx file has no visible worksheet.");
}

TEST_CASE("xlsx: a file cut off anywhere is a fault") {
    const std::string whole = archive_of(workbook_parts("<row><c><v>1</v></c></row>"));
    REQUIRE(std::holds_alternative<Table>(read_xlsx(whole)));
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(fault_of(whole.substr(0, length)).reason.empty());
}

TEST_CASE("xlsx: damage inside is reported with its part") {
    const auto damaged = [](const std::string& rows) {
        return fault_of(archive_of(workbook_parts(rows)));
    };
    CHECK(damaged("<row r=\"7\"><c t=\"s\"><v>2</v></c></row>") ==
          Finding{7, "", "", {"", "This cell refers to a text that is not in the file."}});
    CHECK(damaged("<row r=\"7\"/><row r=\"7\"/>") ==
          Finding{7, "", "", {"", "The rows of this worksheet are out of order."}});
    CHECK(damaged("<row r=\"7\"><c r=\"B7\"/><c r=\"A7\"/></row>") ==
          Finding{7, "", "", {"", "The cells of this row are out of order."}});
    CHECK(damaged("<row>").reason ==
          "xl/worksheets/sheet1.xml of this .xlsx file is damaged: it is not well-formed XML.");
    CHECK(damaged("<row><c r=\"ZZZZZZZZZZZZZZ1\"><v>1</v></c></row>").reason ==
          "A sheet has at most 100 columns.");
}

TEST_CASE("xlsx: entities that multiply are refused before the first is read") {
    const auto bomb = with(workbook_parts(""), "xl/worksheets/sheet1.xml",
                           "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                           "<worksheet>&c;</worksheet>");
    CHECK(fault_of(archive_of(bomb)).reason ==
          "xl/worksheets/sheet1.xml of this .xlsx file declares a document type, which no "
          "spreadsheet does.");
}

TEST_CASE("xlsx: nesting without end is refused") {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(fault_of(archive_of(with(workbook_parts(""), "xl/styles.xml", deep))).reason ==
          "xl/styles.xml of this .xlsx file is nested too deep.");
}

TEST_CASE("xlsx: an archive that unpacks to far more than its size is refused") {
    const auto bomb = with(workbook_parts(""), "xl/worksheets/sheet1.xml",
                           "<worksheet>" + std::string(4 << 20, ' ') + "</worksheet>");
    CHECK(fault_of(archive_of(bomb)).reason ==
          "This .xlsx file unpacks to far more than a programme can be.");
}

TEST_CASE("xlsx: an archive of very many parts is refused") {
    Parts parts = workbook_parts("");
    for (int i = 0; i < 1000; ++i) parts["part" + std::to_string(i)] = "";
    CHECK(fault_of(archive_of(parts)).reason == "This .xlsx file has too many parts.");
}

TEST_CASE("xlsx: a million rows are refused at the first that is too many") {
    std::string rows;
    for (int i = 1; i <= 1'000'000; ++i) {
        const std::string number = std::to_string(i);
        rows.append("<row r=\"").append(number).append("\"><c><v>");
        rows.append(number).append("</v></c></row>");
    }
    CHECK(fault_of(archive_of(workbook_parts(rows))) ==
          Finding{20'001, "", "", {"", "A sheet has at most 20000 rows."}});
}

TEST_CASE("xlsx: a cell with too much text is refused") {
    const auto fault =
        fault_of(archive_of(workbook_parts(R"(<row r="2"><c r="C2" t="inlineStr"><is><t>)" +
                                           std::string(4097, 'a') + "</t></is></c></row>")));
    CHECK(fault == Finding{2, "C", "", {"", "A cell holds at most 4096 bytes of text."}});
}

}  // namespace
}  // namespace rostrum::wire::sheet_xlsx_test
