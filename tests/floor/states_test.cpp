#include "floor/states.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace rostrum;

TEST_CASE("the roll has the 193 Member States and the two observer States") {
    const auto& states = states_of_the_roll();
    CHECK(states.size() == 195);
    CHECK(states.front() == State{"AD", "Andorra"});
    CHECK(states.back() == State{"ZW", "Zimbabwe"});
    std::set<std::string> names;
    for (const auto& state : states) names.insert(state.name);
    CHECK(names.size() == 195);
    CHECK(names.count("") == 0);
}

TEST_CASE("the roll is sorted by code, each code once") {
    const auto& states = states_of_the_roll();
    const auto unsorted =
        std::adjacent_find(states.begin(), states.end(),
                           [](const State& a, const State& b) { return a.code >= b.code; });
    CHECK(unsorted == states.end());
}

TEST_CASE("every State of the roll is found by its code") {
    for (const auto& state : states_of_the_roll()) CHECK(state_by_code(state.code) == &state);
    REQUIRE(state_by_code("CI") != nullptr);
    CHECK(state_by_code("CI")->name == "Côte d’Ivoire");
    REQUIRE(state_by_code("VA") != nullptr);
    CHECK(state_by_code("VA")->name == "Holy See");
    REQUIRE(state_by_code("PS") != nullptr);
    CHECK(state_by_code("PS")->name == "State of Palestine");
}

TEST_CASE("an unknown code finds no State") {
    for (const auto* code : {"", "A", "AAA", "ZZ", "cu", "TW", "XK", "EU", "HK", "CK", "EH"}) {
        CHECK(state_by_code(code) == nullptr);
    }
}
