#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::wire {

/// Which of two numbers is the day, as a country writes its dates.
enum class DateOrder { day_first, month_first };

/// A date as it stands in a cell: `5/4/2017` can be read two ways, `4 April 2017` in one.
struct WrittenDate {
    /// With the day first, and with the month first; the same if the cell decides it.
    std::optional<std::chrono::local_days> day_first;
    std::optional<std::chrono::local_days> month_first;
    /// The cell names another day of the week than the date has.
    bool is_another_weekday = false;

    [[nodiscard]] bool is_two_ways() const {
        return day_first && month_first && day_first != month_first;
    }
    [[nodiscard]] std::chrono::local_days in(DateOrder order) const {
        const auto& wanted = order == DateOrder::day_first ? day_first : month_first;
        return wanted ? *wanted : (day_first ? *day_first : *month_first);
    }
};

/// `2018-04-11`, `2018/04/11`, `11.4.18`, `11/04/2018`, `11-Apr-18`, `Wednesday 11 April 2018`,
/// `April 11, 2018`, in the six languages of the United Nations. Points come with the day first.
/// A year of two digits is of this century. nullopt for anything else.
[[nodiscard]] std::optional<WrittenDate> date_of(std::string_view text);

/// `2018-04-11`
[[nodiscard]] std::string written(std::chrono::local_days day);

}  // namespace rostrum::wire
