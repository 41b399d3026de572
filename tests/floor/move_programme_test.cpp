#include "floor/move_programme.hpp"

#include <catch2/catch.hpp>

namespace rostrum {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
/// 11 April 2018, 09:30 in Geneva.
constexpr std::int64_t opening = 1'523'431'800'000;

PlannedMeeting hour_at(std::int64_t starts_at_unix_ms) {
    PlannedMeeting meeting;
    meeting.starts_at = instant_from_unix_ms(starts_at_unix_ms);
    meeting.ends_at = instant_from_unix_ms(starts_at_unix_ms + hour);
    return meeting;
}

TEST_CASE("a moved programme starts with its earliest meeting, in any room") {
    Programme programme;
    programme.title = "A round";
    programme.rooms.resize(2);
    programme.rooms[0].meetings = {hour_at(opening + 90 * minute), hour_at(opening + day)};
    programme.rooms[1].meetings = {hour_at(opening)};

    const Programme moved = moved_to(programme, instant_from_unix_ms(1'700'000'000'000));

    CHECK(moved.title == "A round");
    CHECK(unix_ms(moved.rooms[1].meetings[0].starts_at) == 1'700'000'000'000);
    CHECK(unix_ms(moved.rooms[1].meetings[0].ends_at) == 1'700'003'600'000);
    CHECK(unix_ms(moved.rooms[0].meetings[0].starts_at) == 1'700'005'400'000);
    CHECK(unix_ms(moved.rooms[0].meetings[1].starts_at) == 1'700'086'400'000);
    CHECK(unix_ms(moved.rooms[0].meetings[1].ends_at) == 1'700'090'000'000);
}

TEST_CASE("a programme can be moved back in time") {
    Programme programme;
    programme.rooms.resize(1);
    programme.rooms[0].meetings = {hour_at(opening)};

    const Programme moved = moved_to(programme, instant_from_unix_ms(0));

    CHECK(unix_ms(moved.rooms[0].meetings[0].starts_at) == 0);
    CHECK(unix_ms(moved.rooms[0].meetings[0].ends_at) == 60 * minute);
}

TEST_CASE("moving a programme without meetings changes nothing") {
    Programme programme;
    programme.rooms.resize(1);
    programme.rooms[0].name = "Room XXVII";

    CHECK(moved_to(programme, instant_from_unix_ms(0)) == programme);
}

}  // namespace
}  // namespace rostrum
