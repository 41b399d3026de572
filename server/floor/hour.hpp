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

/// Anchors from which each screen computes the projection. They change with acts of the floor,
/// never with the clock.
struct HourAnchors {
    /// The planned start of a meeting that is not yet open.
    std::optional<Instant> begins_at;
    /// When the hour is over, or the interpreters leave, if that is sooner.
    Instant due_at;
    std::optional<Instant> hard_stop_at;
    /// The time that all waiting inscriptions will take; absent ones take none.
    Duration waiting{};
    /// The reserve for questions that no question uses yet.
    Duration reserve_left{};
    /// The time that empty chairs and declined statements have freed.
    Duration freed{};
    /// The time of one question with its answers.
    Duration question{};
    std::optional<Instant> closed_at;
    /// The answers to the questions that wait or are being asked.
    Duration answers_owed{};
    friend bool operator==(const HourAnchors&, const HourAnchors&) = default;
};

[[nodiscard]] HourAnchors hour_anchors(const Meeting& meeting, const Rules& rules);

struct Forecast {
    Instant end;
    /// Negative if the meeting ends early.
    Duration over{};
    /// Further questions that still fit, with their answers.
    int questions = 0;
    friend bool operator==(const Forecast&, const Forecast&) = default;
};

/// @param remaining the time left to the statement in progress; overtime counts as zero.
[[nodiscard]] Forecast forecast(const HourAnchors& anchors, Duration remaining, Instant now);
[[nodiscard]] Forecast forecast(const Meeting& meeting, const Rules& rules, Instant now);

/// A reallocation of the time that is left of the hour.
struct Fit {
    /// For the waiting statements, except absent ones, in their order; whole seconds.
    std::vector<Allotment> allotments;
    /// The time left for questions.
    Duration reserve{};
    Instant end;
    Instant due_at;
    /// Even the shortest times within the limits do not fit.
    bool over_due = false;
    bool over_hard_stop = false;
    friend bool operator==(const Fit&, const Fit&) = default;
};

/// Distributes the time that is left among the waiting statements: in proportion to their
/// allotments, within the limits of their kind, with the reserve for questions kept. Questions and
/// replies keep their time. If even that does not fit, all get their shortest time; the reserve
/// shrinks only for the hard stop.
[[nodiscard]] Fit fit(const Meeting& meeting, const Rules& rules, Instant now);

struct ExpectedMeeting {
    MeetingId meeting;
    Instant starts_at;
    Instant ends_at;
    friend bool operator==(const ExpectedMeeting&, const ExpectedMeeting&) = default;
};

/// Projects when each meeting of a room will take place: one that ends late delays those after it
/// on the same day (within 12 hours of its planned start).
[[nodiscard]] std::vector<ExpectedMeeting> expected_meetings(const Room& room, Instant now);

}  // namespace rostrum
