#include "net/rate_limit.hpp"

#include <catch2/catch.hpp>

namespace rostrum::net::rate_limit_test {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::steady_clock::time_point start{1h};

Limits five_at_once_two_a_second() {
    return {.messages_at_once = 5, .messages_a_second = 2};
}

int said_at_once(RateLimit& rate_limit, RateLimit::Moment moment, const Limits& limits) {
    int said = 0;
    for (; rate_limit.allows_one_more(moment, limits); ++said) rate_limit.spend(moment, limits);
    return said;
}

TEST_CASE("a burst of messages is allowed at once, then a steady rate") {
    const Limits limits = five_at_once_two_a_second();
    RateLimit rate_limit(start);
    CHECK(said_at_once(rate_limit, start, limits) == 5);
    CHECK(said_at_once(rate_limit, start + 499ms, limits) == 0);
    CHECK(said_at_once(rate_limit, start + 500ms, limits) == 1);
    CHECK(said_at_once(rate_limit, start + 2s, limits) == 3);
}

TEST_CASE("a long message counts once more for each KiB") {
    const Limits limits = five_at_once_two_a_second();
    RateLimit rate_limit(start);
    rate_limit.spend(start, limits, 1023);
    CHECK(said_at_once(rate_limit, start, limits) == 4);
    rate_limit.spend(start + 1h, limits, 3 * 1024);
    CHECK(said_at_once(rate_limit, start + 1h, limits) == 1);
}

TEST_CASE("a long silence does not save up messages") {
    const Limits limits = five_at_once_two_a_second();
    RateLimit rate_limit(start);
    CHECK(said_at_once(rate_limit, start + 1h, limits) == 5);
}

TEST_CASE("a client that exceeds its burst twice over has overdrawn") {
    const Limits limits = five_at_once_two_a_second();
    RateLimit rate_limit(start);
    for (int i = 0; i < 10; ++i) rate_limit.spend(start, limits);
    CHECK_FALSE(rate_limit.is_exceeded_twice(start, limits));
    rate_limit.spend(start, limits);
    CHECK(rate_limit.is_exceeded_twice(start, limits));
    CHECK_FALSE(rate_limit.is_exceeded_twice(start + 500ms, limits));
}

TEST_CASE("a client may send a hundred messages at once, then fifty a second") {
    const Limits limits;
    RateLimit rate_limit(start);
    CHECK(said_at_once(rate_limit, start, limits) == 100);
    CHECK(said_at_once(rate_limit, start + 1s, limits) == 50);
}

}  // namespace
}  // namespace rostrum::net::rate_limit_test
