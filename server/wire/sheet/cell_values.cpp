#include "wire/sheet/cell_values.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <regex>
#include <string>

#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// Longer than any date or time; longer texts are not matched.
constexpr std::size_t longest_value = 64;

using Match = std::match_results<std::string_view::const_iterator>;

std::optional<Match> matched(std::string_view text, const std::regex& form) {
    Match match;
    if (text.size() > longest_value || !std::regex_match(text.begin(), text.end(), match, form))
        return std::nullopt;
    return match;
}

/// 0 for a missing part.
int number(const Match& match, std::size_t part) {
    const std::string digits = match[part];
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string small(std::string_view text) {
    std::string letters{text};
    std::transform(letters.begin(), letters.end(), letters.begin(), [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return letters;
}

template <class Value>
std::optional<Value> word(const std::map<std::string, Value>& words, std::string_view text) {
    const auto found = words.find(folded(text));
    if (found == words.end()) return std::nullopt;
    return found->second;
}

std::optional<int> hour_of(const Match& match) {
    const int hour = number(match, 2);
    const char half = match[5].length() == 0 ? ' ' : *match[5].first;
    if (half == ' ') return hour < 24 ? std::optional{hour} : std::nullopt;
    if (hour < 1 || hour > 12) return std::nullopt;
    return hour % 12 + (half == 'p' ? 12 : 0);
}

}  // namespace

std::optional<std::chrono::local_days> date_of(std::string_view text) {
    using namespace std::chrono;
    static const std::regex iso{R"((\d{4})-(\d{1,2})-(\d{1,2}))"};
    static const std::regex day_first{R"((\d{1,2})([./-])(\d{1,2})\2(\d{4}))"};
    year_month_day date{};
    if (const auto match = matched(text, iso)) {
        date = year{number(*match, 1)} / number(*match, 2) / number(*match, 3);
    } else if (const auto other = matched(text, day_first)) {
        date = year{number(*other, 4)} / number(*other, 3) / number(*other, 1);
    }
    if (!date.ok()) return std::nullopt;
    return local_days{date};
}

std::optional<TimeOfDay> time_of(std::string_view text) {
    static const std::regex form{
        R"((?:(\S+)[ t])?(\d{1,2})(?:[:.h](\d{2})(?::(\d{2}))?|h)\s*(am|pm|a\.m\.|p\.m\.)?)"};
    const std::string letters = small(text);
    const auto match = matched(letters, form);
    if (!match) return std::nullopt;
    const auto hour = hour_of(*match);
    const int minute = number(*match, 3);
    const int second = number(*match, 4);
    if (!hour || minute > 59 || second > 59) return std::nullopt;

    TimeOfDay time;
    time.since_midnight =
        std::chrono::hours{*hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
    if ((*match)[1].length() > 0) {
        time.date = date_of((*match)[1].str());
        if (!time.date) return std::nullopt;
    }
    return time;
}

std::optional<Duration> minutes_of(std::string_view text) {
    static const std::regex decimal{
        R"((\d{1,3})(?:[.,](\d{1,2}))?\s*(?:'|m|mn|mins?\.?|minutes?|minutos?)?)"};
    static const std::regex clock{
        R"((\d{1,3}):(\d{2})(?::(\d{2}))?\s*(?:mn|mins?\.?|minutes?|minutos?)?)"};
    const std::string letters = small(text);
    if (const auto match = matched(letters, decimal)) {
        const int tenths = (*match)[2].length() == 1 ? 10 : 1;
        return std::chrono::minutes{number(*match, 1)} + Duration{number(*match, 2) * tenths * 600};
    }
    const auto match = matched(letters, clock);
    if (!match || number(*match, 2) > 59 || number(*match, 3) > 59) return std::nullopt;
    const bool three_parts = (*match)[3].length() > 0;
    if (!three_parts || number(*match, 1) > 0) {
        if (number(*match, 3) > 0) return std::nullopt;
        return std::chrono::minutes{number(*match, 1)} + std::chrono::seconds{number(*match, 2)};
    }
    return std::chrono::minutes{number(*match, 2)} + std::chrono::seconds{number(*match, 3)};
}

std::optional<DelegationKind> kind_of(std::string_view text) {
    constexpr auto national = DelegationKind::national_cso;
    constexpr auto international = DelegationKind::international_cso;
    constexpr auto nhri = DelegationKind::nhri;
    static const std::map<std::string, DelegationKind> words{
        {"national", national},
        {"national cso", national},
        {"national ngo", national},
        {"national civil society organisation", national},
        {"national civil society organization", national},
        {"nationale", national},
        {"osc nationale", national},
        {"ong nationale", national},
        {"organisation nationale de la societe civile", national},
        {"nacional", national},
        {"osc nacional", national},
        {"ong nacional", national},
        {"organizacion nacional de la sociedad civil", national},
        {"delegation kind national cso", national},
        {"international", international},
        {"international cso", international},
        {"international ngo", international},
        {"international civil society organisation", international},
        {"international civil society organization", international},
        {"coalition", international},
        {"internationale", international},
        {"osc internationale", international},
        {"ong internationale", international},
        {"organisation internationale de la societe civile", international},
        {"internacional", international},
        {"osc internacional", international},
        {"ong internacional", international},
        {"organizacion internacional de la sociedad civil", international},
        {"coalicion", international},
        {"delegation kind international cso", international},
        {"nhri", nhri},
        {"national human rights institution", nhri},
        {"indh", nhri},
        {"institution nationale des droits de l homme", nhri},
        {"institution nationale des droits humains", nhri},
        {"institucion nacional de derechos humanos", nhri},
        {"delegation kind nhri", nhri},
    };
    return word(words, text);
}

std::optional<Standing> standing_of(std::string_view text) {
    static const std::map<std::string, Standing> words{
        {"present", Standing::present},    {"here", Standing::present},
        {"presente", Standing::present},   {"absent", Standing::absent},
        {"absente", Standing::absent},     {"ausente", Standing::absent},
        {"empty chair", Standing::absent}, {"expected", Standing::expected},
        {"attendu", Standing::expected},   {"attendue", Standing::expected},
        {"esperado", Standing::expected},  {"esperada", Standing::expected},
    };
    return word(words, text);
}

std::optional<RepresentedBy> represented_by_of(std::string_view text) {
    static const std::map<std::string, RepresentedBy> words{
        {"woman", RepresentedBy::woman},
        {"a woman", RepresentedBy::woman},
        {"femme", RepresentedBy::woman},
        {"une femme", RepresentedBy::woman},
        {"mujer", RepresentedBy::woman},
        {"una mujer", RepresentedBy::woman},
        {"man", RepresentedBy::man},
        {"a man", RepresentedBy::man},
        {"homme", RepresentedBy::man},
        {"un homme", RepresentedBy::man},
        {"hombre", RepresentedBy::man},
        {"un hombre", RepresentedBy::man},
        {"other", RepresentedBy::other},
        {"autre", RepresentedBy::other},
        {"otro", RepresentedBy::other},
        {"otra", RepresentedBy::other},
        {"undeclared", RepresentedBy::undeclared},
        {"not declared", RepresentedBy::undeclared},
        {"non declare", RepresentedBy::undeclared},
        {"no declarado", RepresentedBy::undeclared},
    };
    return word(words, text);
}

}  // namespace rostrum::wire
