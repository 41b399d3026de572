#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "floor/instant.hpp"
#include "wire/sheet/dates.hpp"

namespace rostrum::wire {

struct TimeOfDay {
    /// If the cell has a date too.
    std::optional<WrittenDate> date;
    /// 24:00 is the end of the day.
    std::chrono::seconds since_midnight{};
    /// How far the cell's clock is ahead of UTC: `+02:00`.
    std::optional<std::chrono::seconds> ahead_of_utc;
    /// What the cell calls the clock, in small letters: `cet`. Empty: the room's.
    std::string zone_name = {};
};
/// `09:00`, `9:00:30`, `9h`, `9 h 30`, `9.30`, `0900`, `3 PM`, `3:00 p. m.`, `0.375` of a day, each
/// optionally after a date, and before a difference to UTC or the short name of a time zone.
/// nullopt for anything else.
[[nodiscard]] std::optional<TimeOfDay> time_of(std::string_view text);

struct TimeSpan {
    TimeOfDay from;
    TimeOfDay to;
};
/// `09:00-10:00`, `9 to 10 am`.
[[nodiscard]] std::optional<TimeSpan> time_span_of(std::string_view text);

/// `5`, `5.5`, `5,5`, `5:30`, `6 min`. Spreadsheets turn 5:30 into the time of day `05:30:00`: that
/// is five and a half minutes too, as is `0:05:30`.
[[nodiscard]] std::optional<Duration> minutes_of(std::string_view text);

}  // namespace rostrum::wire
