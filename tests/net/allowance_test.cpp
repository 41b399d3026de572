#include "net/allowance.hpp"

#include <catch2/catch.hpp>

namespace rostrum::net::allowance_test {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::steady_clock::time_point start{1h};

Limits five_at_once_two_a_second() {
    return {.messages_at_once = 5, .messages_a_second = 2};
}

int said_at_once(Allowance& allowance, Allowance::Moment moment, const Limits& limits) {
    int said = 0;
    for (; allowance.has_some(moment, limits); ++said) allowance.spend(moment, limits);
    return said;
}

TEST_CASE("a burst of messages is allowed at once, then so many a second") {
    const Limits limits = five_at_once_two_a_second();
    Allowance allowance(start);
    CHECK(said_at_once(allowance, start, limits) == 5);
    CHECK(said_at_once(allowance, start + 499ms, limits) == 0);
    CHECK(said_at_once(allowance, start + 500ms, limits) == 1);
    CHECK(said_at_once(allowance, start + 2s, limits) == 3);
}

TEST_CASE("a long silence does not save up messages") {
    const Limits limits = five_at_once_two_a_second();
    Allowance allowance(start);
    CHECK(said_at_once(allowance, start + 1h, limits) == 5);
}

TEST_CASE("a client that exceeds its burst twice over has overdrawn") {
    const Limits limits = five_at_once_two_a_second();
    Allowance allowance(start);
    for (int i = 0; i < 10; ++i) allowance.spend(start, limits);
    CHECK_FALSE(allowance.is_overdrawn(start, limits));
    allowance.spend(start, limits);
    CHECK(allowance.is_overdrawn(start, limits));
    CHECK_FALSE(allowance.is_overdrawn(start + 500ms, limits));
}

TEST_CASE("a client may send a hundred messages at once, then fifty a second") {
    const Limits limits;
    Allowance allowance(start);
    CHECK(said_at_once(allowance, start, limits) == 100);
    CHECK(said_at_once(allowance, start + 1s, limits) == 50);
}

}  // namespace
}  // namespace rostrum::net::allowance_test
