#include "app/programme_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "app/exit_code.hpp"

using namespace rostrum;
using namespace rostrum::app;

namespace {

// 2018-04-11, 09:00 in Geneva.
constexpr Instant nine = instant_from_unix_ms(1'523'430'000'000);

Instant first_start(const Programme& programme) {
    const auto& meetings = programme.rooms.front().meetings;
    return std::min_element(meetings.begin(), meetings.end(),
                            [](const auto& a, const auto& b) { return a.starts_at < b.starts_at; })
        ->starts_at;
}

}  // namespace

TEST_CASE("the demonstration begins at the next full quarter of an hour") {
    using namespace std::chrono_literals;
    CHECK(first_start(demonstration(nine)) == nine);
    CHECK(first_start(demonstration(nine + 1ms)) == nine + 15min);
    CHECK(first_start(demonstration(nine + 14min + 59s)) == nine + 15min);
}

TEST_CASE("an unreadable programme ends with its exit code") {
    try {
        (void)read_programme_file("/nowhere/round.json");
        FAIL("it was read");
    } catch (const Failure& failure) {
        CHECK(std::string{failure.what()} == "/nowhere/round.json cannot be read.");
        CHECK(failure.code() == ExitCode::programme);
    }
}
