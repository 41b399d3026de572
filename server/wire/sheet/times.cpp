#include "wire/sheet/times.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <regex>
#include <string>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

using namespace std::chrono_literals;

/// Longer than any moment; longer texts are not matched.
constexpr std::size_t longest_value = 120;

int number(const std::smatch& match, std::size_t part) {
    const std::string digits = match[part];
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool matches(const std::string& text, const std::regex& form, std::smatch& match) {
    return text.size() <= longest_value && std::regex_match(text, match, form);
}

/// Takes `am` or `pm` of a time off it, before or behind: 0 for none.
char take_half(std::string& text) {
    struct Half {
        std::string_view words;
        char half;
    };
    static constexpr std::array halves{Half{"a. m.", 'a'},
                                       Half{"a.m.", 'a'},
                                       Half{"a.m", 'a'},
                                       Half{"a m", 'a'},
                                       Half{"am", 'a'},
                                       Half{"p. m.", 'p'},
                                       Half{"p.m.", 'p'},
                                       Half{"p.m", 'p'},
                                       Half{"p m", 'p'},
                                       Half{"pm", 'p'},
                                       Half{"du matin", 'a'},
                                       Half{"de la mañana", 'a'},
                                       Half{"утра", 'a'},
                                       Half{"صباحًا", 'a'},
                                       Half{"صباحا", 'a'},
                                       Half{"上午", 'a'},
                                       Half{"ص", 'a'},
                                       Half{"de l'après-midi", 'p'},
                                       Half{"de la tarde", 'p'},
                                       Half{"дня", 'p'},
                                       Half{"вечера", 'p'},
                                       Half{"مساءً", 'p'},
                                       Half{"مساء", 'p'},
                                       Half{"下午", 'p'},
                                       Half{"م", 'p'}};
    const auto trim = [&] {
        while (text.ends_with(' ')) text.pop_back();
        while (text.starts_with(' ')) text.erase(0, 1);
    };
    for (const auto& [words, half] : halves) {
        if (text.ends_with(words))
            text.erase(text.size() - words.size());
        else if (text.starts_with(words))
            text.erase(0, words.size());
        else
            continue;
        trim();
        return half;
    }
    return 0;
}

/// Takes the `hrs` of `09:00 hrs` off it.
bool take_unit(std::string& text) {
    static const std::regex form{
        R"((.*\d)\s?(?:h\.?|hrs?\.?|hours?|heures?|horas?|uhr|o'clock|o’clock|点|時|时|ч\.?|час\S*))"};
    std::smatch match;
    if (!matches(text, form, match)) return false;
    text = std::string{match[1]};
    return true;
}

/// "at 9:00" is 9:00, and "from 9:00 to 10:00" is "9:00 to 10:00".
void drop_preposition(std::string& text) {
    for (const std::string_view word : {"at ", "from ", "between ", "à ", "de ", "entre ", "a las ",
                                        "desde ", "в ", "с ", "الساعة ", "من "}) {
        if (!text.starts_with(word)) continue;
        text.erase(0, word.size());
        return;
    }
}

std::optional<std::chrono::seconds> take_difference(std::string& text) {
    static const std::regex form{R"((.*\d)\s*(?:(z)|([+-])(\d{2}):?(\d{2})))"};
    std::smatch match;
    if (!matches(text, form, match)) return std::nullopt;
    auto ahead = std::chrono::hours{number(match, 4)} + std::chrono::minutes{number(match, 5)};
    if (match[3] == "-") {
        // 09:00-10:00 is from nine to ten.
        if (std::string{match[1]}.find('t') == std::string::npos) return std::nullopt;
        ahead = -ahead;
    }
    if (ahead < -14h || ahead > 14h) return std::nullopt;
    text = std::string{match[1]};
    return ahead;
}

/// Takes the `(CET)` of `9:00 (CET)` off it. Only names that people know: other words are notes.
std::string take_zone_name(std::string& text) {
    static const std::regex form{
        R"((.*[\d.mh])\s*\(?(cet|cest|met|utc|gmt|bst|wet|west|eet|eest|msk|eat|cat|wat|sast|ist|pkt|ict|sgt|hkt|jst|kst|[ecmp][sd]?t)\)?)"};
    std::smatch match;
    if (!matches(text, form, match)) return {};
    std::string name = match[2];
    text = std::string{match[1]};
    return name;
}

/// Without a date, typed plainly, in small letters.
std::optional<std::chrono::seconds> clock_of(std::string text) {
    static const std::regex fraction{R"(0?[.,](\d|\d{3,17}))"};
    static const std::regex clock{
        R"((\d{1,2})(?:\s?[:.h]\s?(\d{2})(?:[:.](\d{2})(?:\.0+)?)?|\s?(?:h|点|時|时|ч\.?)\s?(\d{2})\s?(?:分|мин\.?|min\.?)?)?)"};
    // As a number 0900 is 900.
    static const std::regex four{R"((\d{1,2})(\d{2}))"};
    std::smatch match;
    if (matches(text, fraction, match)) {
        const std::string digits = match[1];
        const double part = std::stod(digits) / std::pow(10.0, static_cast<double>(digits.size()));
        return std::chrono::seconds{std::llround(part * 86'400)};
    }
    for (const std::string_view noon : {"noon", "12 noon", "midi", "mediodía", "полдень", "正午"})
        if (text == noon) return 12h;
    const char half = take_half(text);
    const bool has_unit = take_unit(text);
    if (!matches(text, four, match) && !matches(text, clock, match)) return std::nullopt;
    // A number alone is no time.
    if (half == 0 && !has_unit && text.find_first_not_of("0123456789") == std::string::npos &&
        text.size() < 3)
        return std::nullopt;
    int hour = number(match, 1);
    const int minute = number(match, 2) + (match.size() > 4 ? number(match, 4) : 0);
    const int second = match.size() > 3 ? number(match, 3) : 0;
    if (half != 0 && (hour < 1 || hour > 12)) return std::nullopt;
    if (half != 0) hour = hour % 12 + (half == 'p' ? 12 : 0);
    if (minute > 59 || second > 59) return std::nullopt;
    const auto time =
        std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
    if (time > 24h) return std::nullopt;
    return time;
}

std::optional<TimeOfDay> moment_of(const std::string& text) {
    if (const auto clock = clock_of(text)) return TimeOfDay{std::nullopt, *clock, std::nullopt};
    for (std::size_t at = text.find_first_of(" t"); at != std::string::npos;
         at = text.find_first_of(" t", at + 1)) {
        const auto clock = clock_of(text.substr(at + 1));
        if (!clock) continue;
        if (const auto date = date_of(std::string_view{text}.substr(0, at)))
            return TimeOfDay{date, *clock, std::nullopt};
    }
    return std::nullopt;
}

}  // namespace

std::optional<TimeOfDay> time_of(std::string_view text) {
    if (text.size() > longest_value) return std::nullopt;
    std::string typed = plainly_typed(text);
    drop_preposition(typed);
    if (auto moment = moment_of(typed)) return moment;
    const auto ahead = take_difference(typed);
    const std::string zone_name = ahead ? "" : take_zone_name(typed);
    if (!ahead && zone_name.empty()) return std::nullopt;
    auto moment = moment_of(typed);
    if (moment) {
        moment->ahead_of_utc = ahead;
        moment->zone_name = zone_name;
    }
    return moment;
}

std::optional<TimeSpan> time_span_of(std::string_view text) {
    if (text.size() > longest_value) return std::nullopt;
    std::string typed = plainly_typed(text);
    drop_preposition(typed);
    for (const std::string_view between :
         {"-", "~", "/", " to ", " and ", " a ", " à ", " et ", " y ", " до ", " إلى ", "至"}) {
        for (std::size_t at = typed.find(between); at != std::string::npos;
             at = typed.find(between, at + 1)) {
            const std::string left = typed.substr(0, at);
            const std::string right = typed.substr(at + between.size());
            const auto to = time_of(right);
            if (!to) continue;
            auto from = time_of(left);
            // "9 to 10 am": the morning is that of both.
            std::string rest = right;
            const char half = take_half(rest);
            if (!from && half != 0) from = time_of(left + (half == 'a' ? "am" : "pm"));
            if (!from) continue;
            // "9 to 10 CET": so is the name.
            if (from->zone_name.empty()) from->zone_name = to->zone_name;
            return TimeSpan{*from, *to};
        }
    }
    return std::nullopt;
}

std::optional<Duration> minutes_of(std::string_view text) {
    static const std::regex decimal{
        R"((\d{1,3})(?:[.,](\d{1,2}))?\s*(?:'|m|mn|mins?\.?|minutes?|minutos?|мин\.?|минут|минута|минуты|分钟|دقائق|دقيقة)?)"};
    static const std::regex clock{
        R"((\d{1,3}):(\d{2})(?::(\d{2}))?\s*(?:mn|mins?\.?|minutes?|minutos?)?)"};
    static const std::regex spoken{
        R"((\d{1,3})\s?(?:'|m|mn|min\.?)\s?(\d{1,2})\s?(?:s|sec\.?|\"|''|с)?)"};
    std::string typed = plainly_typed(text);
    std::smatch match;
    if (matches(typed, spoken, match) && number(match, 2) < 60)
        return std::chrono::minutes{number(match, 1)} + std::chrono::seconds{number(match, 2)};
    if (matches(typed, decimal, match)) {
        const int tenths = match[2].length() == 1 ? 10 : 1;
        return std::chrono::minutes{number(match, 1)} + Duration{number(match, 2) * tenths * 600};
    }
    // Spreadsheets in American English write 5:00 as 05:00:00 AM, and 0:05:00 as 12:05:00 AM.
    const char half = take_half(typed);
    if (!matches(typed, clock, match) || number(match, 2) > 59 || number(match, 3) > 59)
        return std::nullopt;
    int first = number(match, 1);
    if (half != 0 && (first < 1 || first > 12)) return std::nullopt;
    if (half != 0) first = first % 12 + (half == 'p' ? 12 : 0);
    const bool three_parts = match[3].length() > 0;
    if (!three_parts || first > 0) {
        if (number(match, 3) > 0) return std::nullopt;
        return std::chrono::minutes{first} + std::chrono::seconds{number(match, 2)};
    }
    return std::chrono::minutes{number(match, 2)} + std::chrono::seconds{number(match, 3)};
}

}  // namespace rostrum::wire
