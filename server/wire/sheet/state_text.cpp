#include "wire/sheet/state_text.hpp"

#include <algorithm>
#include <map>

#include <boost/json.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "embedded_file.hpp"
#include "floor/states.hpp"
#include "floor/text.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

std::string everyday_name(const std::string& code, const char* language) {
    icu::UnicodeString name;
    icu::Locale{"", code.c_str()}.getDisplayCountry(icu::Locale{language}, name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

using StatesByName = std::map<std::string, const State*, std::less<>>;

/// By their folded names: those of the roll come first, then what people write, then what ICU calls
/// them.
const StatesByName& states_by_name() {
    static const StatesByName states = [] {
        StatesByName by_name;
        for (const State& state : states_of_the_roll()) by_name.emplace(folded(state.name), &state);
        const auto written = boost::json::parse(embedded::states().front().content);
        for (const auto& [code, names] : written.as_object())
            for (const auto& name : names.as_array())
                by_name.emplace(folded(name.as_string()), state_by_code(std::string{code}));
        for (const State& state : states_of_the_roll())
            for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"})
                by_name.emplace(folded(everyday_name(state.code, language)), &state);
        return by_name;
    }();
    return states;
}

const State* named(std::string_view text) {
    std::string name = folded(text);
    constexpr std::string_view article = "the ";
    for (const bool without_article : {false, true}) {
        if (without_article && !name.starts_with(article)) break;
        if (without_article) name.erase(0, article.size());
        const auto found = states_by_name().find(name);
        if (found != states_by_name().end()) return found->second;
    }
    return nullptr;
}

bool is_code(std::string_view text) {
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// From `Name (CU)`.
std::optional<State> named_with_code(std::string_view text) {
    constexpr std::string_view form = "(CU)";
    if (text.size() <= form.size() || !text.ends_with(')')) return std::nullopt;
    const std::string_view end = text.substr(text.size() - form.size());
    const std::string_view name = trimmed(text.substr(0, text.size() - form.size()));
    if (end.front() != '(' || !is_code(end.substr(1, 2)) || name.empty()) return std::nullopt;
    return State{std::string{end.substr(1, 2)}, std::string{name}};
}

}  // namespace

std::optional<State> state_of(std::string_view text) {
    if (auto state = named_with_code(text)) return state;
    if (text.size() == 2) {
        std::string code{text};
        for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        if (const State* const state = state_by_code(code)) return *state;
    }
    const State* const state = named(text);
    return state ? std::optional{*state} : std::nullopt;
}

std::string text_of(const State& state) {
    const State* const known = state_by_code(state.code);
    if (known && *known == state) return state.name;
    return state.name + " (" + state.code + ')';
}

}  // namespace rostrum::wire
