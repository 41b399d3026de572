#include <fstream>

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "wire/sheet/cell_values.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::wire::sheet_words_test {
namespace {

using Words = std::vector<std::string>;

boost::json::value words_of_screens(const std::string& language, const std::string& file) {
    std::ifstream stream{ROSTRUM_SERVER "/../clients/kit/languages/" + language + '/' + file};
    return boost::json::parse(std::string{std::istreambuf_iterator<char>{stream}, {}});
}

std::string standing(const std::string& text) {
    const auto read = standing_of(text);
    if (!read) return "";
    const std::string word = read->standing == Standing::absent     ? "absent"
                             : read->standing == Standing::expected ? "expected"
                                                                    : "present";
    return read->reason.empty() ? word : word + ": " + read->reason;
}

SheetDefaults of_room() {
    SheetDefaults defaults;
    defaults.room = RoomId{"xx"};
    return defaults;
}

PlannedDelegation plate_of(const std::string& cells) {
    const Preview read = preview_programme(
        "Date,Start,State,Panellist,Kind,Standing,Reason\n2017-04-04,9:00,CU,One,NGO," + cells +
            '\n',
        "a.csv", of_room());
    REQUIRE(read.faults.empty());
    return read.rooms.at(0).meetings.at(0).panel.at(0);
}

/// Of a column, from its heading and its cells; the codes of faults in their places.
Words represented(const std::string& heading, const Words& cells) {
    std::string csv = "Date,Start,State,Panellist,Kind," + heading + "\n2017-04-04,9:00,CU";
    for (const std::string& cell : cells) csv += ",A network,NGO," + cell + "\n,,";
    const Preview read = preview_programme(csv, "a.csv", of_room());
    Words found;
    for (const PlannedDelegation& plate : read.rooms.at(0).meetings.at(0).panel)
        found.emplace_back(plate.represented_by == RepresentedBy::woman   ? "woman"
                           : plate.represented_by == RepresentedBy::man   ? "man"
                           : plate.represented_by == RepresentedBy::other ? "other"
                                                                          : "");
    for (const Finding& fault : read.faults) found.at(fault.row - 2) = fault.reason.code;
    return found;
}

}  // namespace

TEST_CASE("words of cells: those of every screen are read in a file") {
    using Standings = std::map<std::string, Standing>;
    for (const std::string language : {"en", "fr", "es", "ru", "ar", "zh"}) {
        INFO(language);
        const auto page = words_of_screens(language, "secretariat.json");
        const auto plates = words_of_screens(language, "common.json");
        for (const auto& [word, expected] : Standings{{"present", Standing::present},
                                                      {"expected", Standing::expected},
                                                      {"absent", Standing::absent}}) {
            const auto read = standing_of(page.at("standing." + word).as_string());
            REQUIRE(read);
            CHECK(read->standing == expected);
        }
        const auto represents = [&](const std::string& word) {
            return represented_by_of(page.at("represented." + word).as_string(), LetterM::man);
        };
        CHECK(represents("woman") == RepresentedBy::woman);
        CHECK(represents("man") == RepresentedBy::man);
        CHECK(represents("other") == RepresentedBy::other);
        CHECK(represents("undeclared") == RepresentedBy::undeclared);
        const auto kind = [&](const std::string& word) {
            return kind_of(plates.at("kind." + word).as_string());
        };
        CHECK(kind("national-cso") == DelegationKind::national_cso);
        CHECK(kind("international-cso") == DelegationKind::international_cso);
        CHECK(kind("nhri") == DelegationKind::nhri);
    }
}

TEST_CASE("words of cells: kinds, whatever the order of their words") {
    for (const char* one : {"NGO", "N.G.O.", "CSO (national)", "NGO - national", "local NGO",
                            "National coalition", "ONG", "НПО", "非政府组织", "منظمة غير حكومية"})
        CHECK(kind_of(one) == DelegationKind::national_cso);
    for (const char* one : {"INGO", "I.N.G.O.", "CSO (international)", "International NGO", "OING",
                            "ONG internationale", "Coalition", "МНПО", "国际非政府组织"})
        CHECK(kind_of(one) == DelegationKind::international_cso);
    for (const char* one :
         {"NHRI", "A-status NHRI", "NHRI (A status)", "INDH", "Ombudsman", "НПЗУ"})
        CHECK(kind_of(one) == DelegationKind::nhri);
    CHECK_FALSE(kind_of("State"));
    CHECK_FALSE(kind_of(""));
}

TEST_CASE("words of cells: a reason stands with the absence that it explains") {
    CHECK(standing("absent (visa)") == "absent: visa");
    CHECK(standing("(absent - visa)") == "absent: visa");
    CHECK(standing("Absent – Visa refused") == "absent: Visa refused");
    CHECK(standing("absent: visa refused (twice)") == "absent: visa refused (twice)");
    CHECK(standing("not present (visa)") == "absent: visa");
    CHECK(standing("no-show") == "absent");
    CHECK(standing("Absente, passeport retiré") == "absent: passeport retiré");
    CHECK(standing("缺席（签证）") == "absent: 签证");
    CHECK(standing("غائبة (التأشيرة)") == "absent: التأشيرة");
    CHECK(standing("EXPECTED") == "expected");
    for (const char* wrong : {"absentee", "present (online)", "perhaps", "(visa)", ""})
        CHECK(standing(wrong).empty());

    CHECK(plate_of("absent (visa),").absence_reason == "visa");
    CHECK(plate_of("absent (visa),Visa refused by the host").absence_reason ==
          "Visa refused by the host");
    CHECK(plate_of("absent (visa),Stopped at the airport").absence_reason ==
          "Stopped at the airport; visa");
}

TEST_CASE("words of cells: who represents a plate, by a letter or a word") {
    for (const std::string heading : {"Represented by", "Gender", "Sex", "Genre"})
        CHECK(represented(heading, {"F", "M", "f", "x", ""}) ==
              Words{"woman", "man", "woman", "other", ""});
    CHECK(represented("Gender", {"Female", "male", "Ms", "Mr.", "Non-binary"}) ==
          Words{"woman", "man", "woman", "man", "other"});
    CHECK(represented("Sexe", {"H", "F", "Mme", "M."}) == Words{"man", "woman", "woman", "man"});
    CHECK(represented("Gender", {"ж", "м", "女", "男", "أنثى", "ذكر", "жен."}) ==
          Words{"woman", "man", "woman", "man", "woman", "man", "woman"});
    CHECK(represented("Gender", {"M", "M"}) == Words{"man", "man"});
}

TEST_CASE("words of cells: in Spanish an M is what the other letters of the column leave") {
    CHECK(represented("Género", {"M", "H"}) == Words{"woman", "man"});
    CHECK(represented("Género", {"M", "F"}) == Words{"man", "woman"});
    CHECK(represented("Sexo", {"M", "mujer"}) == Words{"m_two_ways", "woman"});
}

}  // namespace rostrum::wire::sheet_words_test
