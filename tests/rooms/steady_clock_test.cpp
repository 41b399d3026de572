#include "rooms/steady_clock.hpp"

#include <catch2/catch.hpp>

namespace rostrum::rooms {
namespace {

using namespace std::chrono_literals;

struct FakeMachine {
    std::chrono::nanoseconds wall = 1'523'430'000s;
    std::chrono::nanoseconds since_boot = 5000s;
    std::string boot = "boot-1";

    SteadyClock::Machine machine() {
        return {[this] { return wall; }, [this] { return since_boot; }, boot};
    }
};

TEST_CASE("the clock starts at wall time and follows the machine") {
    FakeMachine fake;
    SteadyClock clock(fake.machine());
    CHECK(unix_ms(clock.now()) == 1'523'430'000'000);
    fake.since_boot += 2s;
    CHECK(unix_ms(clock.now()) == 1'523'430'002'000);
}

TEST_CASE("setting the wall clock changes nothing") {
    FakeMachine fake;
    SteadyClock clock(fake.machine());
    fake.wall -= 10min;
    fake.since_boot += 1s;
    CHECK(unix_ms(clock.now()) == 1'523'430'001'000);
    fake.wall += 24h;
    CHECK(unix_ms(clock.now()) == 1'523'430'001'000);
}

TEST_CASE("the clock never resumes before the last act of an open meeting") {
    FakeMachine fake;
    SteadyClock clock(fake.machine());
    clock.resume(instant_from_unix_ms(1'523'430'007'000), {});
    CHECK(unix_ms(clock.now()) == 1'523'430'007'000);
    fake.since_boot += 1ms;
    CHECK(unix_ms(clock.now()) == 1'523'430'007'001);
}

TEST_CASE("setting the wall clock while no server runs changes nothing") {
    FakeMachine fake;
    SteadyClock before(fake.machine());
    fake.since_boot += 10s;
    const ClockMark mark = before.mark();
    CHECK(mark == ClockMark{instant_from_unix_ms(1'523'430'010'000), 5010s, "boot-1"});

    fake.since_boot += 134s;
    for (const auto step : {-6h, 6h}) {
        fake.wall = 1'523'430'144s + step;
        SteadyClock after(fake.machine());
        after.resume({}, mark);
        CHECK(unix_ms(after.now()) == 1'523'430'144'000);
    }
}

TEST_CASE("after another boot, or without a clock to continue, the clock starts at wall time") {
    FakeMachine fake;
    fake.since_boot = 6000s;
    const Instant at = instant_from_unix_ms(1'523'400'000'000);
    const auto started = [&](const ClockMark& mark) {
        SteadyClock clock(fake.machine());
        clock.resume({}, mark);
        return unix_ms(clock.now());
    };
    CHECK(started({at, 5000s, "boot-1"}) == 1'523'401'000'000);
    CHECK(started({at, 5000s, "boot-0"}) == 1'523'430'000'000);
    CHECK(started({at, 5000s, ""}) == 1'523'430'000'000);
    // Impossible: the boot cannot have been older then than now.
    CHECK(started({at, 7000s, "boot-1"}) == 1'523'430'000'000);
    // The wall clock was set back, but screens have counted further.
    const Instant later = instant_from_unix_ms(1'523'437'200'000);
    CHECK(started({later, 5000s, "boot-0"}) == 1'523'437'200'000);
    CHECK(started({later, 5000s, ""}) == 1'523'430'000'000);
    fake.boot = "";
    CHECK(started({at, 5000s, ""}) == 1'523'430'000'000);
}

TEST_CASE("a continued clock never resumes before the last act of an open meeting") {
    FakeMachine fake;
    const ClockMark mark{instant_from_unix_ms(1'523'430'000'000), 5000s, "boot-1"};
    SteadyClock clock(fake.machine());
    clock.resume(instant_from_unix_ms(1'523'430'000'900), mark);
    CHECK(unix_ms(clock.now()) == 1'523'430'000'900);
}

TEST_CASE("the clock follows wall time in both directions when it is asked to") {
    FakeMachine fake;
    SteadyClock clock(fake.machine());
    for (const auto step : {-1h, 24h * 30'000, -24h * 30'000}) {
        fake.wall += step;
        fake.since_boot += 1s;
        fake.wall += 1s;
        clock.follow_wall();
        CHECK(clock.now() == Instant{std::chrono::floor<Duration>(fake.wall)});
    }
    const Instant before = clock.now();
    fake.wall += 99ms;
    clock.follow_wall();
    CHECK(clock.now() == before);
}

TEST_CASE("screens get fractions of a millisecond, instants are whole") {
    FakeMachine fake;
    SteadyClock clock(fake.machine());
    fake.since_boot += 1750us;
    CHECK(clock.unix_ms_now() == 1'523'430'000'001.75);
    CHECK(unix_ms(clock.now()) == 1'523'430'000'001);
}

TEST_CASE("this machine's clock runs forward from today") {
    SteadyClock clock;
    const Instant first = clock.now();
    CHECK(first > instant_from_unix_ms(1'700'000'000'000));
    CHECK(clock.now() >= first);
}

}  // namespace
}  // namespace rostrum::rooms
