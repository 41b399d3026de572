#include "net/keep_alive.hpp"

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

using namespace std::chrono_literals;
using Verdict = KeepAlive::Verdict;

TEST_CASE("a silent client is pinged once, and dropped if it stays silent") {
    const Limits limits{.ping_after = 6s, .dead_after = 13s};
    const KeepAlive::Moment start{};
    KeepAlive keep_alive{start};
    CHECK(keep_alive.check_timeouts(start + 5s, limits) == Verdict::alive);
    CHECK(keep_alive.check_timeouts(start + 6s, limits) == Verdict::ping);
    CHECK(keep_alive.check_timeouts(start + 7s, limits) == Verdict::alive);
    CHECK(keep_alive.check_timeouts(start + 12s, limits) == Verdict::alive);
    CHECK(keep_alive.check_timeouts(start + 13s, limits) == Verdict::dead);
}

TEST_CASE("a client that is heard counts as alive, and is pinged again in the next silence") {
    const Limits limits{.ping_after = 6s, .dead_after = 13s};
    const KeepAlive::Moment start{};
    KeepAlive keep_alive{start};
    CHECK(keep_alive.check_timeouts(start + 6s, limits) == Verdict::ping);
    keep_alive.heard(start + 10s);
    CHECK(keep_alive.check_timeouts(start + 13s, limits) == Verdict::alive);
    CHECK(keep_alive.check_timeouts(start + 16s, limits) == Verdict::ping);
    CHECK(keep_alive.check_timeouts(start + 23s, limits) == Verdict::dead);
}

TEST_CASE("with the default limits, a dead peer is noticed within 15 s") {
    const Limits limits;
    CHECK(limits.ping_after < limits.dead_after);
    CHECK(limits.dead_after + limits.check_timeouts_every <= 15s);
}

}  // namespace
}  // namespace rostrum::net
