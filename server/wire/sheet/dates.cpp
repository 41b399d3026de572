#include "wire/sheet/dates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// Longer than any date.
constexpr std::size_t longest_date = 80;

/// Those of the United Nations, and Arabic as several countries name the months.
constexpr std::array locales{"en",    "en_GB", "fr",    "es",    "ru",    "ar",
                             "ar_SY", "ar_DZ", "ar_MA", "ar_TN", "ar_MR", "zh"};

using Numbers = std::map<std::string, unsigned, std::less<>>;

/// Months from 1 and days of the week from Sunday, 0, by their folded names.
struct Names {
    Numbers months;
    Numbers weekdays;
};

void add(const icu::UnicodeString* names, std::int32_t count, unsigned first, Numbers& to) {
    for (std::int32_t i = 0; i < count; ++i) {
        std::string utf8;
        std::string name = folded(names[i].toUTF8String(utf8));
        // The first of ICU's days of the week is empty; Chinese has months by number.
        if (name.find_first_not_of("0123456789") == std::string::npos) continue;
        to.emplace(std::move(name), static_cast<unsigned>(i) + first);
    }
}

Names all_names() {
    Names names;
    for (const char* locale : locales) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols{icu::Locale{locale}, status};
        if (U_FAILURE(status)) continue;
        for (const auto context :
             {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
            for (const auto width :
                 {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
                std::int32_t count = 0;
                const auto* months = symbols.getMonths(count, context, width);
                add(months, count, 1, names.months);
                const auto* days = symbols.getWeekdays(count, context, width);
                // ICU counts Sunday as 1.
                add(days + 1, count - 1, 0, names.weekdays);
            }
    }
    for (const auto& [word, month] : {std::pair{"sept", 9U}, {"setiembre", 9U}, {"set", 9U}})
        names.months.emplace(word, month);
    for (const auto& [word, day] :
         {std::pair{"tues", 2U}, {"wednes", 3U}, {"thur", 4U}, {"thurs", 4U}})
        names.weekdays.emplace(word, day);
    return names;
}

/// Words between the numbers of a date that say nothing.
bool says_nothing(std::string_view word) {
    static constexpr std::array<std::string_view, 20> words{
        "st", "nd", "rd", "th",   "the", "of", "er", "le", "de", "del",
        "el", "o",  "г",  "года", "год", "年", "月", "日", "号", "م"};
    for (const std::string_view one : words)
        if (one == word) return true;
    return false;
}

struct Number {
    unsigned value = 0;
    std::size_t digits = 0;
};

/// The numbers and the words of a date: "Tue, 4-Apr-17" has 4 and 17, tue and apr.
struct Parts {
    std::vector<Number> numbers;
    std::vector<std::string> words;
};

Parts parts_of(std::string_view text) {
    Parts parts;
    bool after_digit = false;
    bool after_letter = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit) {
            if (!after_digit) parts.numbers.emplace_back();
            Number& number = parts.numbers.back();
            number.value =
                std::min(number.value, 100'000'000U) * 10 + static_cast<unsigned>(c - '0');
            ++number.digits;
        } else if (c != ' ') {
            if (!after_letter) parts.words.emplace_back();
            parts.words.back() += c;
        }
        after_digit = digit;
        after_letter = !digit && c != ' ';
    }
    return parts;
}

/// What the words of a date say; false if one says something else.
struct Said {
    std::optional<unsigned> month;
    std::optional<unsigned> weekday;

    bool read(std::vector<std::string> words) {
        static const Names names = all_names();
        // Chinese writes the day of the week right behind the day.
        constexpr std::string_view day = "日";
        for (std::string& word : words)
            if (word.size() > day.size() && word.starts_with(day)) word.erase(0, day.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string pair = i + 1 < words.size() ? words[i] + ' ' + words[i + 1] : "";
            if (take(names.months, pair, month) || take(names.weekdays, pair, weekday)) {
                ++i;
                continue;
            }
            // «mar.» is a Tuesday and a March: with another month it is the day.
            const bool more_months = has_month(names, words, i + 1);
            const bool known = more_months ? take(names.weekdays, words[i], weekday)
                                           : take(names.months, words[i], month) ||
                                                 take(names.weekdays, words[i], weekday);
            if (!known && !says_nothing(words[i])) return false;
        }
        return true;
    }

private:
    static bool has_month(const Names& names, const std::vector<std::string>& words,
                          std::size_t from) {
        for (std::size_t i = from; i < words.size(); ++i)
            if (names.months.contains(words[i])) return true;
        return false;
    }
    static bool take(const Numbers& names, const std::string& word, std::optional<unsigned>& to) {
        const auto found = names.find(word);
        if (to || found == names.end()) return false;
        to = found->second;
        return true;
    }
};

std::optional<std::chrono::local_days> date(const Number& year, unsigned month, unsigned day) {
    using namespace std::chrono;
    if (year.digits != 4 && year.digits != 2) return std::nullopt;
    const unsigned whole = year.digits == 2 ? 2000 + year.value : year.value;
    const year_month_day date{std::chrono::year{static_cast<int>(whole)}, std::chrono::month{month},
                              std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return local_days{date};
}

/// Without regard to the day of the week.
WrittenDate read(const std::vector<Number>& numbers, const std::optional<unsigned>& month,
                 bool has_points) {
    const auto decided = [](std::optional<std::chrono::local_days> day) {
        return WrittenDate{day, day};
    };
    // 20170404, as ISO writes it.
    if (!month && numbers.size() == 1 && numbers[0].digits == 8) {
        const unsigned all = numbers[0].value;
        return decided(date({all / 10'000, 4}, all / 100 % 100, all % 100));
    }
    const bool year_first = numbers.front().digits == 4;
    if (month) {
        if (numbers.size() != 2) return {};
        const auto& [year, day] =
            year_first ? std::pair{numbers[0], numbers[1]} : std::pair{numbers[1], numbers[0]};
        return decided(date(year, *month, day.value));
    }
    if (numbers.size() != 3) return {};
    const auto& [first, second, third] = std::array{numbers[0], numbers[1], numbers[2]};
    if (year_first) return decided(date(first, second.value, third.value));
    const auto day_first = date(third, second.value, first.value);
    if (has_points) return decided(day_first);
    return {day_first, date(third, first.value, second.value)};
}

/// "Day 1: 4 April 2017" is the first day of a round.
std::string without_day_of_round(const std::string& text) {
    static const std::regex form{
        R"((?:day|jour|journée|día|dia|jornada|день|اليوم|第)\s*\d{1,2}\s*(?:天|日)?\s*(?:[-:,;.|(]|·)\s*(.*?)\)?)"};
    std::smatch match;
    return std::regex_match(text, match, form) ? std::string{match[1]} : text;
}

unsigned weekday_of(std::chrono::local_days day) {
    return std::chrono::weekday{day}.c_encoding();
}

std::string padded(unsigned number) {
    return std::to_string(100 + number).substr(1);
}

}  // namespace

std::string written(std::chrono::local_days day) {
    const std::chrono::year_month_day date{day};
    return std::to_string(static_cast<int>(date.year())) + '-' +
           padded(static_cast<unsigned>(date.month())) + '-' +
           padded(static_cast<unsigned>(date.day()));
}

std::optional<WrittenDate> date_of(std::string_view text) {
    if (text.size() > longest_date) return std::nullopt;
    const std::string plain = without_day_of_round(plainly_typed(text));
    // That is a time of day.
    if (plain.find(':') != std::string::npos) return std::nullopt;
    const bool has_points =
        plain.find('.') != std::string::npos && plain.find_first_of("/-") == std::string::npos;
    Parts parts = parts_of(folded(plain));
    Said said;
    if (parts.numbers.empty() || !said.read(std::move(parts.words))) return std::nullopt;
    WrittenDate written = read(parts.numbers, said.month, has_points);
    if (!written.day_first && !written.month_first) return std::nullopt;
    if (!said.weekday) return written;

    const auto is_it = [&](const auto& day) { return day && weekday_of(*day) == *said.weekday; };
    if (is_it(written.day_first) != is_it(written.month_first))
        (is_it(written.day_first) ? written.month_first : written.day_first).reset();
    written.is_another_weekday = !is_it(written.day_first) && !is_it(written.month_first);
    return written;
}

}  // namespace rostrum::wire
