#include "floor/text.hpp"

#include <chrono>

#include <catch2/catch.hpp>

using namespace rostrum;
using namespace std::chrono_literals;

TEST_CASE("text in any script is allowed, and so is none") {
    CHECK_FALSE(text_fault("It", "", 10));
    CHECK_FALSE(text_fault("It", "Right to food", 13));
    CHECK_FALSE(text_fault(
        "It", "Liberté d’expression, Ελλάδα, 中国, العربية, 🪑", 100));
}

TEST_CASE("text is bounded in bytes") {
    CHECK(text_fault("It", "Right to food", 12) == "It is too long (at most 12 bytes).");
    CHECK_FALSE(text_fault("It", "中国", 6));
    CHECK(text_fault("It", "中国", 5) == "It is too long (at most 5 bytes).");
}

TEST_CASE("text is one paragraph without control characters") {
    const std::string line_break = "It holds a line break or a control character.";
    CHECK(text_fault("It", "two\nlines", 100) == line_break);
    CHECK(text_fault("It", "a\ttab", 100) == line_break);
    CHECK(text_fault("It", std::string_view{"a\0b", 3}, 100) == line_break);
    CHECK(text_fault("It", "a\x7F", 100) == line_break);
    CHECK(text_fault("It", "a\xC2\x85", 100) == line_break);
    CHECK(text_fault("It", "a\xE2\x80\xA8", 100) == line_break);
    CHECK(text_fault("It", "a\xE2\x80\xA9", 100) == line_break);
}

TEST_CASE("text is well-formed UTF-8") {
    const std::string broken = "It is not well-formed UTF-8.";
    CHECK(text_fault("It", "\x80", 100) == broken);
    CHECK(text_fault("It", "\xC3", 100) == broken);
    CHECK(text_fault("It", "\xC3(", 100) == broken);
    CHECK(text_fault("It", "\xE4\xB8", 100) == broken);
    // Overlong forms of "/" and of a line break.
    CHECK(text_fault("It", "\xC0\xAF", 100) == broken);
    CHECK(text_fault("It", "\xE0\x80\x8A", 100) == broken);
    CHECK(text_fault("It", "\xF0\x80\x80\x8A", 100) == broken);
    // A surrogate, one beyond Unicode, and bytes that never occur.
    CHECK(text_fault("It", "\xED\xA0\x80", 100) == broken);
    CHECK(text_fault("It", "\xF4\x90\x80\x80", 100) == broken);
    CHECK(text_fault("It", "\xF8\x88\x80\x80\x80", 100) == broken);
    CHECK(text_fault("It", "\xFF", 100) == broken);
}

TEST_CASE("blanks of every kind are trimmed at both ends only") {
    CHECK(trimmed("  a word ") == "a word");
    CHECK(trimmed("\n\ta word\r\n") == "a word");
    CHECK(trimmed("\xC2\xA0\xE3\x80\x80\xE4\xB8\xAD\xEF\xBB\xBF") == "\xE4\xB8\xAD");
    CHECK(trimmed(" \xE2\x80\x8B ").empty());
    CHECK(trimmed("").empty());
    for (const char* invisible : {"\u200D", "\u2060", "\u3164", "\u00AD", "\u2800", "\uFE0F",
                                  "\u034F", "\uFFA0", "\u180E", " \u2003\u2060 \U000E0041"})
        CHECK(trimmed(invisible).empty());
    CHECK(trimmed("\u2764\uFE0F") == "\u2764\uFE0F");
    CHECK(trimmed(" \xFF ") == " \xFF ");
}

TEST_CASE("texts are compared without accents, capitals, punctuation and what shows nothing") {
    CHECK(comparable("  R\u00E9union \u00A0 N\u00B0 3 ") == "reunion n 3");
    CHECK(comparable("Re\u0301union (n) 3.") == "reunion n 3");
    CHECK(comparable("\u0141\u00D3D\u0179") == "lodz");
    CHECK(comparable("\u0421\u0410\u0419\u0401") ==
          comparable("\u0441\u0430\u0438\u0306\u0435\u0308"));
    CHECK(comparable("\u0645\u064F\u062D\u0645\u0651\u062F") == "\u0645\u062D\u0645\u062F");
    CHECK(comparable("A\u200Bl\u00ADice") == "alice");
    CHECK(comparable("\u3164Ali\u115Fce\u2800\uFFA0\U000E0020") == "alice");
    CHECK(comparable("\u4E2D \u56FD, \U0001F600") == "\u4E2D \u56FD \U0001F600");
    CHECK(comparable("\xFF\xE9").size() <= 2);
    CHECK(comparable("Alice") != comparable("Alicia"));
    CHECK(comparable("").empty());
}

TEST_CASE("an id consists of small letters, digits and hyphens") {
    CHECK(is_plain_id("room-20", 32));
    CHECK(is_plain_id("a", 1));
    CHECK_FALSE(is_plain_id("", 32));
    CHECK_FALSE(is_plain_id("ab", 1));
    CHECK_FALSE(is_plain_id("Room", 32));
    CHECK_FALSE(is_plain_id("a_b", 32));
    CHECK_FALSE(is_plain_id("a/b", 32));
    CHECK_FALSE(is_plain_id("\xC3\xA9", 32));
}

TEST_CASE("times are formatted as on the screens") {
    CHECK(clock_face(5min) == "5:00");
    CHECK(clock_face(61'999ms) == "1:01");
    CHECK(clock_face(10min) == "10:00");
    CHECK(clock_face(-30s) == "-0:30");
    CHECK(clock_face(0s) == "0:00");
}
