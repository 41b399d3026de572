#include <catch2/catch.hpp>

#include "wire/sheet/table.hpp"

namespace rostrum::wire {
namespace {

Table table_of(const std::string& bytes) {
    auto read = read_csv(bytes);
    if (const auto* fault = std::get_if<Finding>(&read)) UNSCOPED_INFO(fault->reason.english);
    REQUIRE(std::holds_alternative<Table>(read));
    return std::get<Table>(std::move(read));
}

Finding fault_of(const std::string& bytes) {
    const auto read = read_csv(bytes);
    REQUIRE(std::holds_alternative<Finding>(read));
    return std::get<Finding>(read);
}

using Rows = std::vector<Row>;

std::string utf16(const std::u16string& text, bool little) {
    std::string bytes;
    for (const char16_t c : u"\xFEFF" + text) {
        const char high = static_cast<char>(static_cast<unsigned>(c) >> 8U);
        const char low = static_cast<char>(static_cast<unsigned>(c) & 0xFFU);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

TEST_CASE("csv: quotes, line breaks in them, and every line end are read") {
    CHECK(table_of("a,\"b \"\"b\"\", b\",c\r\n\"one\ntwo\",,x\n\n1\r2").rows ==
          Rows{{1, {"a", "b \"b\", b", "c"}}, {2, {"one\ntwo", "", "x"}}, {4, {"1"}}, {5, {"2"}}});
    CHECK(table_of("a,b\"c,\"d\"e\n").rows == Rows{{1, {"a", "b\"c", "de"}}});
}

TEST_CASE("csv: the separator is that of the first row, outside its quotes") {
    CHECK(table_of("a;\"b,,,\";c").rows == Rows{{1, {"a", "b,,,", "c"}}});
    CHECK(table_of("\n\na\tb\n1,5\t2,5").rows == Rows{{3, {"a", "b"}}, {4, {"1,5", "2,5"}}});
    CHECK(table_of("a,b;").rows == Rows{{1, {"a", "b;"}}});
    CHECK(table_of("A title\n\na;b\n1,5;2").rows ==
          Rows{{1, {"A title"}}, {3, {"a", "b"}}, {4, {"1,5", "2"}}});
}

TEST_CASE("csv: the separator is that of the headings, whatever the titles above have") {
    const Table table =
        table_of("Geneva, 4 to 6 April, provisional\nRoom;\"Date\";Time;State\nXX;4.4.17;9h;CU\n");
    CHECK(table.rows.at(1).cells == std::vector<std::string>{"Room", "Date", "Time", "State"});
    CHECK(table_of("A; B; C\nRoom,Date\nXX,4.4.17\n").rows.at(2).cells ==
          std::vector<std::string>{"XX", "4.4.17"});
}

TEST_CASE("csv: a line sep= sets the separator and is not a row") {
    CHECK(table_of("sep=;\r\na,b,c;d").rows == Rows{{1, {"a,b,c", "d"}}});
    CHECK(table_of("\xEF\xBB\xBFSEP=|\na|b").rows == Rows{{1, {"a", "b"}}});
    CHECK(table_of("sep=a note\nb").rows == Rows{{1, {"sep=a note"}}, {2, {"b"}}});
}

TEST_CASE("csv: UTF-8 and UTF-16 are read") {
    const Rows rows{{1, {"État", "réunion"}}};
    CHECK(table_of("État,réunion").rows == rows);
    CHECK(table_of("\xEF\xBB\xBFÉtat,réunion").rows == rows);
    CHECK(table_of(utf16(u"État\tréunion", true)).rows == rows);
    CHECK(table_of(utf16(u"État\tréunion", false)).rows == rows);
    CHECK(table_of("État,réunion").remarks.empty());
    CHECK(fault_of(std::string{"\xFF\xFE\x00\xD8", 4}).reason ==
          "This file is marked as UTF-16, but is not valid UTF-16.");
}

TEST_CASE("csv: other encodings are read as Windows-1252, with a remark") {
    const Table table = table_of("\xC9tat;5 \x80");
    CHECK(table.rows == Rows{{1, {"État", "5 €"}}});
    CHECK(table.remarks ==
          std::vector<Finding>{{0,
                                "",
                                "",
                                {"",
                                 "The file is not UTF-8 and was read as Windows-1252: check the "
                                 "letters with accents."}}});
}

TEST_CASE("csv: a quotation mark that is never closed is a fault where it is opened") {
    CHECK(fault_of("a,b\n1,\"2\n3,4\n") ==
          Finding{2, "B", "", {"", "A quotation mark is opened here and never closed."}});
    CHECK(fault_of("a,b\n1,\"") ==
          Finding{2, "B", "", {"", "A quotation mark is opened here and never closed."}});
}

TEST_CASE("csv: every bound is a fault with its row") {
    CHECK(fault_of("a\n" + std::string(99, ',') + "b," + "c") ==
          Finding{2, "CW", "", {"", "A sheet has at most 100 columns."}});
    CHECK(fault_of("a\nb," + std::string(4097, 'c')) ==
          Finding{2, "B", "", {"", "A cell holds at most 4096 bytes of text."}});
    std::string million;
    for (int i = 0; i < 1'000'000; ++i) million += "a\n";
    CHECK(fault_of(million) == Finding{20'001, "", "", {"", "A sheet has at most 20000 rows."}});
    CHECK(fault_of(std::string((8 << 20) + 1, 'a')).reason == "A file has at most 8 MiB.");
}

TEST_CASE("csv: columns have the letters of a spreadsheet") {
    CHECK(column_letter(0) == "A");
    CHECK(column_letter(25) == "Z");
    CHECK(column_letter(26) == "AA");
    CHECK(column_letter(701) == "ZZ");
    CHECK(column_letter(702) == "AAA");
}

}  // namespace
}  // namespace rostrum::wire
