#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <unicode/locid.h>

#include "floor/states.hpp"
#include "wire/sheet/state_text.hpp"

namespace rostrum::wire::sheet_states_test {
namespace {

std::string code(const std::string& text) {
    const auto state = state_of(text);
    return state ? state->code : "";
}

}  // namespace

TEST_CASE("names of States: whatever people write is read as that State, or as none") {
    std::ifstream file{ROSTRUM_CASES "/names_of_states.json"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const boost::json::value cases = boost::json::parse(text);
    std::size_t read = 0;
    for (const auto& [expected, names] : cases.as_object()) {
        for (const auto& name : names.as_array()) {
            INFO(name.as_string());
            CHECK(code(std::string{name.as_string()}) == std::string{expected});
            ++read;
        }
    }
    CHECK(read > 150);
}

TEST_CASE("names of States: every State has its ISO code of three letters") {
    for (const State& state : states_of_the_roll()) {
        const std::string three = icu::Locale{"", state.code.c_str()}.getISO3Country();
        INFO(three);
        CHECK(code(three) == state.code);
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
    CHECK(state_of("Ruritania (QQ)") == State{"QQ", "Ruritania"});
}

}  // namespace rostrum::wire::sheet_states_test
