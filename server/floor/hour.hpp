#pragma once

#include <optional>
#include <vector>

#include "floor/allotment.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"
#include "floor/room.hpp"
#include "floor/rules.hpp"

/// Whether the hour fits, and how it can be made to.
namespace rostrum {

/// From these every screen counts for itself; they change with the acts of the floor, never with
/// the clock.
struct HourAnchors {
    /// The planned start of a meeting that is not open yet.
    std::optional<Instant> begins_at;
    /// When the hour is over, or the interpreters leave, if that is sooner.
    Instant due_at;
    std::optional<Instant> hard_stop_at;
    /// What all who wait will take; the absent take nothing.
    Duration waiting{};
    /// What is kept for questions and not spoken for yet.
    Duration reserve_left{};
    /// What empty chairs and declined statements have freed.
    Duration freed{};
    /// One question and its answers.
    Duration question{};
    std::optional<Instant> closed_at;
    friend bool operator==(const HourAnchors&, const HourAnchors&) = default;
};

[[nodiscard]] HourAnchors hour_anchors(const Meeting& meeting, const Rules& rules);

struct Forecast {
    Instant end;
    /// Below zero it is under.
    Duration over{};
    /// Further questions that still fit, answers counted in.
    int questions = 0;
    friend bool operator==(const Forecast&, const Forecast&) = default;
};

/// @param remaining what the statement in progress has left; overtime counts as nothing.
[[nodiscard]] Forecast forecast(const HourAnchors& anchors, Duration remaining, Instant now);
[[nodiscard]] Forecast forecast(const Meeting& meeting, const Rules& rules, Instant now);

/// A reallocation of what is left of the hour.
struct Fit {
    /// Of the statements that wait, but for those of the absent, in their order; whole seconds.
    std::vector<Allotment> allotments;
    /// What stays for questions.
    Duration reserve{};
    Instant end;
    Instant due_at;
    /// Even the shortest times within the limits are too long.
    bool over_due = false;
    bool over_hard_stop = false;
    friend bool operator==(const Fit&, const Fit&) = default;
};

/// Gives the statements that wait what is left of the hour: in proportion to what they have, within
/// the limits of their kind, the reserve for questions kept. Questions and replies keep their time.
/// Where the hour is too short even so, all
/// have their shortest time and the reserve gives way only to the hard stop, which is a wall.
[[nodiscard]] Fit fit(const Meeting& meeting, const Rules& rules, Instant now);

struct ExpectedMeeting {
    MeetingId meeting;
    Instant starts_at;
    Instant ends_at;
    friend bool operator==(const ExpectedMeeting&, const ExpectedMeeting&) = default;
};

/// When each meeting of a room can be expected, as things stand: one that ends late moves those
/// that follow it on the same day (within 12 hours of its planned start).
[[nodiscard]] std::vector<ExpectedMeeting> expected_meetings(const Room& room, Instant now);

}  // namespace rostrum
