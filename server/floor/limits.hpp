#pragma once

#include <chrono>
#include <cstddef>

#include "floor/instant.hpp"

/// Every bound of the rules, in one place. docs/procedure.md repeats them for people.
namespace rostrum::limits {

/// UPR Info, since the 30th round: the State under Review may speak for two minutes.
constexpr Duration sur_longest = std::chrono::minutes{2};
constexpr Duration sur_shortest = std::chrono::seconds{30};
/// UPR Info: panellists are given the floor for five to seven minutes.
constexpr Duration panel_shortest = std::chrono::minutes{5};
constexpr Duration panel_longest = std::chrono::minutes{7};
/// What the chair may add to one statement, or take from it, in all.
constexpr Duration added_most = std::chrono::minutes{10};

constexpr Duration meeting_shortest = std::chrono::minutes{10};
constexpr Duration meeting_longest = std::chrono::hours{6};
/// A meeting opened earlier than this before its time is not the planned hour but one of its own.
constexpr Duration opened_early_most = std::chrono::minutes{30};

/// Instants outside 1970 to 9999 are a fault, never a date: so that no sum of times overflows.
constexpr Instant earliest = instant_from_unix_ms(0);
constexpr Instant latest = instant_from_unix_ms(253'402'300'799'999);

/// Acts that can be taken back: more than a day of meetings sees. The oldest are forgotten first.
constexpr std::size_t remembered_acts = 1000;
/// Turns kept with a meeting; the floor is not given again beyond this.
constexpr std::size_t turns_a_meeting = 1000;

constexpr std::size_t meetings_a_room = 200;
constexpr std::size_t delegations_a_meeting = 60;

/// In bytes of UTF-8.
constexpr std::size_t id_length = 64;
constexpr std::size_t room_id_length = 32;
constexpr std::size_t command_id_shortest = 8;
constexpr std::size_t command_id_longest = 64;
constexpr std::size_t time_zone_length = 64;
constexpr std::size_t title_length = 400;
constexpr std::size_t reason_length = 400;
constexpr std::size_t notice_length = 800;
constexpr std::size_t device_length = 128;

}  // namespace rostrum::limits
