#include "floor/shared.hpp"

#include <string>

#include <catch2/catch.hpp>

using rostrum::Shared;

TEST_CASE("a copy shares its value until one of them is edited") {
    Shared<std::string> one{"plate"};
    const Shared<std::string> other = one;
    CHECK(one.is(other));
    one.edit() += "s";
    CHECK(*one == "plates");
    CHECK(*other == "plate");
    CHECK_FALSE(one.is(other));
}

TEST_CASE("an unshared value is edited in place") {
    Shared<std::string> one{"plate"};
    const std::string* place = &*one;
    one.edit() += "s";
    CHECK(&*one == place);
}

TEST_CASE("shared values compare by content") {
    CHECK(Shared<std::string>{"plate"} == Shared<std::string>{"plate"});
    CHECK_FALSE(Shared<std::string>{"plate"} == Shared<std::string>{"list"});
}
