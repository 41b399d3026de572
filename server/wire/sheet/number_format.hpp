#pragma once

#include <string>
#include <string_view>

/// How a worksheet shows a number: plain, or as a date or time.
namespace rostrum::wire {

struct NumberFormat {
    bool date = false;
    bool time = false;
    /// A time is shown with its seconds.
    bool seconds = false;
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// The format of an id below 164: those are not in the file.
[[nodiscard]] NumberFormat built_in_format(unsigned id);

/// The format of a code such as `dd/mm/yyyy` or `[$-40C]h:mm;@`.
[[nodiscard]] NumberFormat format_of(std::string_view code);

/// From which day a workbook counts.
enum class DateSystem { from_1900, from_1904 };

/// The number of a cell as a person reads it: `2018-04-11`, `09:00`, `2018-04-11 09:00:30`, `5.5`.
/// A text that is not a number stays unchanged; a number outside the calendar stays a number.
[[nodiscard]] std::string shown(std::string_view number, NumberFormat format, DateSystem system);

}  // namespace rostrum::wire
