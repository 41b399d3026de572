#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "floor/instant.hpp"
#include "floor/meeting.hpp"

/// Reads what people write in the cells of a programme, in English, French and Spanish. nullopt for
/// anything else.
namespace rostrum::wire {

/// `2018-04-11`, `11.4.2018`, `11/04/2018`: always the day before the month.
[[nodiscard]] std::optional<std::chrono::local_days> date_of(std::string_view text);

struct TimeOfDay {
    /// If the cell contains a date too.
    std::optional<std::chrono::local_days> date;
    std::chrono::seconds since_midnight{};
    friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};
/// `09:00`, `9:00:30`, `9h`, `9h30`, `9.30`, `3:00 pm`, each optionally after a date.
[[nodiscard]] std::optional<TimeOfDay> time_of(std::string_view text);

/// `5`, `5.5`, `5,5`, `5:30`, `6 min`. Spreadsheets turn 5:30 into the time of day `05:30:00`: that
/// is five and a half minutes too, as is `0:05:30`.
[[nodiscard]] std::optional<Duration> minutes_of(std::string_view text);

[[nodiscard]] std::optional<DelegationKind> kind_of(std::string_view text);
[[nodiscard]] std::optional<Standing> standing_of(std::string_view text);
[[nodiscard]] std::optional<RepresentedBy> represented_by_of(std::string_view text);

}  // namespace rostrum::wire
