#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "floor/instant.hpp"

/// Every bound of the rules, in one place. docs/procedure.md repeats them for people.
namespace rostrum::limits {

/// Bounds of every allotment, whatever the rules of a round say (rules.hpp).
constexpr Duration allotted_shortest = std::chrono::seconds{10};
constexpr Duration allotted_longest = std::chrono::hours{1};
/// A silence for an empty chair.
constexpr Duration silence_longest = std::chrono::minutes{2};
/// The time that the chair may add to one statement, or take from it, in all.
constexpr Duration added_most = std::chrono::minutes{10};
/// The shortest outage that the chair sees: a shorter one costs a statement less than announcing it
/// would, and the end of a server is known only to the second.
constexpr Duration outage_shortest = std::chrono::seconds{5};

constexpr Duration meeting_shortest = std::chrono::minutes{10};
constexpr Duration meeting_longest = std::chrono::hours{6};
/// A meeting opened earlier than this before its time is not the planned hour but one of its own.
constexpr Duration opened_early_most = std::chrono::minutes{30};

/// From the act to the time at which a suspended meeting is to resume.
constexpr Duration suspension_longest = std::chrono::hours{24};
/// How long a notice may be shown before it ends by itself.
constexpr Duration notice_longest = std::chrono::hours{24};

/// Instants outside 1970 to 9999 are errors, so that no sum of times overflows.
constexpr Instant earliest = instant_from_unix_ms(0);
constexpr Instant latest = instant_from_unix_ms(253'402'300'799'999);
constexpr bool is_a_date(Instant instant) {
    return instant >= earliest && instant <= latest;
}

/// Acts that Undo can take back: more than a day of meetings has. The oldest are forgotten first.
constexpr std::size_t remembered_acts = 1000;
/// Turns in a meeting; beyond this the floor is not given again.
constexpr std::size_t turns_a_meeting = 1000;

/// Requests that await the chair's decision at once.
constexpr std::size_t requests_a_meeting = 1000;
/// A phone asks, or enters the roll, so often at once, and then once in each pace.
constexpr int asks_at_once = 6;
constexpr Duration ask_pace = std::chrono::seconds{15};
/// How often a phone may take another delegation in a meeting.
constexpr std::uint32_t changes_a_phone = 2;
/// Phones that have asked in a meeting, and those of them that wait for approval.
constexpr std::size_t phones_a_meeting = 1000;
constexpr std::size_t phones_waiting = 100;
/// Bound of Asking::phones_an_address.
constexpr std::uint32_t phones_an_address_most = 1000;
/// Inscriptions on one speakers' list.
constexpr std::size_t inscriptions_a_meeting = 2000;
constexpr std::uint32_t replies_each_most = 10;

/// How long screens show a signal, and a text signal.
constexpr Duration signal_shown = std::chrono::seconds{15};
constexpr Duration text_signal_shown = std::chrono::seconds{30};
constexpr Duration private_line_shown = std::chrono::minutes{5};
/// Signals shown at once; the oldest give way.
constexpr std::size_t signals_at_once = 20;

constexpr std::size_t meetings_a_room = 200;
constexpr std::size_t delegations_a_meeting = 60;
/// The Member States and the observer States.
constexpr std::size_t missions_a_meeting = 195;
constexpr std::size_t organisations_a_meeting = 200;
/// Every State, the panels of a day, and others.
constexpr std::size_t cards_a_room = 400;

/// In bytes of UTF-8.
constexpr std::size_t id_length = 64;
constexpr std::size_t room_id_length = 32;
constexpr std::size_t command_id_shortest = 8;
constexpr std::size_t command_id_longest = 64;
constexpr std::size_t time_zone_length = 64;
constexpr std::size_t title_length = 400;
constexpr std::size_t reason_length = 400;
constexpr std::size_t notice_length = 800;
constexpr std::size_t signal_length = 200;
constexpr std::size_t note_length = 400;
constexpr std::size_t ruling_length = 400;
constexpr std::size_t device_length = 128;
/// What the house's own sign-on says of a card's holder.
constexpr std::size_t identity_length = 256;

}  // namespace rostrum::limits
