#include "chamber/steady_clock.hpp"

#include <catch2/catch.hpp>

namespace rostrum::chamber {
namespace {

using namespace std::chrono_literals;

struct FakeMachine {
    std::chrono::nanoseconds wall = 1'523'430'000s;
    std::chrono::nanoseconds since_boot = 5000s;

    SteadyClock::Machine machine() {
        return {[this] { return wall; }, [this] { return since_boot; }};
    }
};

TEST_CASE("the clock starts at wall time and follows the machine") {
    FakeMachine fake;
    SteadyClock clock({}, fake.machine());
    CHECK(unix_ms(clock.now()) == 1'523'430'000'000);
    fake.since_boot += 2s;
    CHECK(unix_ms(clock.now()) == 1'523'430'002'000);
}

TEST_CASE("a wall clock that is set moves nothing") {
    FakeMachine fake;
    SteadyClock clock({}, fake.machine());
    fake.wall -= 10min;
    fake.since_boot += 1s;
    CHECK(unix_ms(clock.now()) == 1'523'430'001'000);
    fake.wall += 24h;
    CHECK(unix_ms(clock.now()) == 1'523'430'001'000);
}

TEST_CASE("the clock never starts before the latest instant in the log") {
    FakeMachine fake;
    SteadyClock clock(instant_from_unix_ms(1'523'430'007'000), fake.machine());
    CHECK(unix_ms(clock.now()) == 1'523'430'007'000);
    fake.since_boot += 1ms;
    CHECK(unix_ms(clock.now()) == 1'523'430'007'001);
}

TEST_CASE("screens are told fractions of a millisecond, instants are whole") {
    FakeMachine fake;
    SteadyClock clock({}, fake.machine());
    fake.since_boot += 1750us;
    CHECK(clock.unix_ms_now() == 1'523'430'000'001.75);
    CHECK(unix_ms(clock.now()) == 1'523'430'000'001);
}

TEST_CASE("this machine's clock runs forward from today") {
    SteadyClock clock({});
    const Instant first = clock.now();
    CHECK(first > instant_from_unix_ms(1'700'000'000'000));
    CHECK(clock.now() >= first);
}

}  // namespace
}  // namespace rostrum::chamber
