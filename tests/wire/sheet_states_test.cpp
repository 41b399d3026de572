#include <catch2/catch.hpp>

#include "floor/states.hpp"
#include "wire/sheet/state_text.hpp"

namespace rostrum::wire::sheet_states_test {
namespace {

std::string code(const std::string& text) {
    const auto state = state_of(text);
    return state ? state->code : "";
}

}  // namespace

TEST_CASE("names of States: abbreviations, former names and everyday names are read") {
    const std::vector<std::pair<std::string, std::string>> names{
        {"St Kitts and Nevis", "KN"},
        {"St. Kitts & Nevis", "KN"},
        {"St Vincent and the Grenadines", "VC"},
        {"Swaziland", "SZ"},
        {"Czech Republic", "CZ"},
        {"UK", "GB"},
        {"U.K.", "GB"},
        {"USA", "US"},
        {"U.S.A.", "US"},
        {"UAE", "AE"},
        {"DRC", "CD"},
        {"The Gambia", "GM"},
        {"The Netherlands", "NL"},
        {"The Bahamas", "BS"},
        {"Palestine", "PS"},
        {"Ivory Coast", "CI"},
        {"São Tomé", "ST"},
        {"Macedonia", "MK"},
        {"Burma", "MM"},
        {"Lao PDR", "LA"},
        {"DPRK", "KP"},
        {"Vatican", "VA"},
        {"République tchèque", "CZ"},
        {"Costa de Marfil", "CI"},
        {"the philippines", "PH"},
        {"EE. UU.", "US"},
        {"Allemagne", "DE"},
        {"США", "US"},
        {"Германия", "DE"},
        {"美国", "US"},
        {"فلسطين", "PS"},
        {"ألمانيا", "DE"},
    };
    for (const auto& [name, expected] : names) {
        INFO(name);
        CHECK(code(name) == expected);
    }
}

TEST_CASE("names of States: a code is that State, and no other place is one") {
    CHECK(code("ru") == "RU");
    CHECK(code("Niger") == "NE");
    CHECK(code("Congo") == "CG");
    CHECK(code("Guinea") == "GN");
    CHECK(code("Dominica") == "DM");
    for (const std::string name : {"Taiwan", "Republic of China", "Korea", "Europe", "the", "XX"})
        CHECK(code(name).empty());
}

TEST_CASE("names of States: what a sheet is written with is read as the same") {
    for (const State& state : states_of_the_roll()) CHECK(state_of(text_of(state)) == state);
    CHECK(state_of("República de Cuba (CU)") == State{"CU", "República de Cuba"});
}

}  // namespace rostrum::wire::sheet_states_test
