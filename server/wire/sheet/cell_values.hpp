#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "floor/instant.hpp"
#include "floor/meeting.hpp"

/// What people write in the cells of a programme, in English, French and Spanish. None where it is
/// something else.
namespace rostrum::wire {

/// `2018-04-11`, `11.4.2018`, `11/04/2018`: always the day before the month.
[[nodiscard]] std::optional<std::chrono::local_days> date_of(std::string_view text);

struct TimeOfDay {
    /// Where the cell tells the date as well.
    std::optional<std::chrono::local_days> date;
    std::chrono::seconds since_midnight{};
    friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};
/// `09:00`, `9:00:30`, `9h`, `9h30`, `9.30`, `3:00 pm`, each after a date if need be.
[[nodiscard]] std::optional<TimeOfDay> time_of(std::string_view text);

/// `5`, `5.5`, `5,5`, `5:30`, `6 min`. Spreadsheets that take 5:30 for a time of day make it
/// `05:30:00`, which is five and a half minutes too; so is `0:05:30`.
[[nodiscard]] std::optional<Duration> minutes_of(std::string_view text);

[[nodiscard]] std::optional<DelegationKind> kind_of(std::string_view text);
[[nodiscard]] std::optional<Standing> standing_of(std::string_view text);
[[nodiscard]] std::optional<RepresentedBy> represented_by_of(std::string_view text);

}  // namespace rostrum::wire
