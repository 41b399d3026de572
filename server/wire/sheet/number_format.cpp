#include "wire/sheet/number_format.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace rostrum::wire {

namespace {

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || rest != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

/// With 15 digits, as spreadsheets do, so that 0.1 + 0.2 is 0.3.
std::string plain_number(double number) {
    std::array<char, 40> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                            std::chars_format::general, 15);
    return {digits.data(), end};
}

std::string two_digits(long long number) {
    return std::to_string(100 + number).substr(1);
}

std::string date_text(long long day, DateSystem system) {
    using namespace std::chrono;
    // The calendar from 1900 counts a 29 February 1900, which did not exist, as its day 60.
    sys_days zero = sys_days{1904y / January / 1};
    if (system == DateSystem::from_1900)
        zero = day < 60 ? sys_days{1899y / December / 31} : sys_days{1899y / December / 30};
    const year_month_day date{zero + days{day}};
    return std::to_string(static_cast<int>(date.year())) + '-' +
           two_digits(static_cast<unsigned>(date.month())) + '-' +
           two_digits(static_cast<unsigned>(date.day()));
}

std::string time_text(long long seconds, bool with_seconds) {
    std::string text = two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60);
    return with_seconds ? text + ':' + two_digits(seconds % 60) : text;
}

/// The first section of a code in lower case, without its literal parts: texts in quotes, escaped
/// characters, colours, conditions, currencies. Elapsed hours, `[h]`, stay.
std::string bare(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = static_cast<char>(code[i] >= 'A' && code[i] <= 'Z' ? code[i] + 32 : code[i]);
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
                letters += inside.find_first_of("sS") == std::string_view::npos ? 'h' : 's';
            i = end;
        } else {
            letters += c;
        }
    }
    return letters;
}

}  // namespace

NumberFormat built_in_format(unsigned id) {
    if (id == 22) return {.date = true, .time = true};
    const bool date =
        (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    const bool time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
    const bool seconds = id == 19 || id == 21 || (id >= 45 && id <= 47);
    return {.date = date, .time = time, .seconds = seconds};
}

NumberFormat format_of(std::string_view code) {
    const std::string letters = bare(code);
    if (letters.find("general") != std::string::npos) return {};
    const auto has = [&](const char* any) {
        return letters.find_first_of(any) != std::string::npos;
    };
    NumberFormat format{.date = has("yd"), .time = has("hs"), .seconds = has("s")};
    // `m` is a month, unless there are hours or seconds too.
    if (has("m") && !format.time) format.date = true;
    return format;
}

std::string shown(std::string_view number, NumberFormat format, DateSystem system) {
    const auto value = number_of(number);
    if (!value) return std::string{number};
    constexpr double after_9999 = 2'958'466;
    if ((!format.date && !format.time) || *value < 0 || *value >= after_9999)
        return plain_number(*value);

    constexpr long long day = 86'400;
    const long long seconds = std::llround(*value * day);
    std::string time = time_text(seconds % day, format.seconds);
    if (!format.date) return time;
    const std::string date = date_text(seconds / day, system);
    return format.time ? date + ' ' + time : date;
}

}  // namespace rostrum::wire
