#include "wire/sheet/state_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

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

boost::json::value embedded_table(std::string_view path) {
    for (const auto& file : embedded::states())
        if (file.path == path) return boost::json::parse(file.content);
    throw std::logic_error("A table of the names of States is not embedded");
}

std::set<std::string> folded_words(const boost::json::value& list) {
    std::set<std::string> words;
    for (const auto& word : list.as_array()) words.insert(folded(word.as_string()));
    return words;
}

/// Which words of a name say nothing, or the same as another (clients/kit/states/forms.json).
struct Forms {
    std::set<std::string> nothing;
    std::map<std::string, std::string> same;
    /// "Republic of Cuba" is Cuba.
    std::set<std::string> formal;
    /// Where such a word makes another State of the name.
    std::set<std::string> namesakes;
};

const Forms& forms() {
    static const Forms read = [] {
        const auto table = embedded_table("forms.json");
        Forms forms{folded_words(table.at("nothing")), {}, folded_words(table.at("formal")), {}};
        for (const auto& [word, other] : table.at("same").as_object())
            forms.same.emplace(folded(word), folded(other.as_string()));
        for (const auto& code : table.at("namesakes").as_array())
            forms.namesakes.emplace(code.as_string());
        return forms;
    }();
    return read;
}

/// The words of a name that say which State it is: "Korea, Rep. of" and "Republic of Korea" have
/// the same.
std::multiset<std::string> key_words(std::string_view name) {
    const std::vector<std::string> words = words_of(name);
    std::multiset<std::string> keys;
    for (const std::string& word : words) {
        const auto other = forms().same.find(word);
        if (other != forms().same.end())
            keys.insert(other->second);
        else if (!forms().nothing.contains(word))
            keys.insert(word);
    }
    // AND is Andorra.
    return keys.empty() ? std::multiset<std::string>{words.begin(), words.end()} : keys;
}

using StatesByName = std::map<std::multiset<std::string>, const State*>;

/// Those of the roll come first, then what people write, then what ICU calls them.
const StatesByName& states_by_name() {
    static const StatesByName states = [] {
        StatesByName by_name;
        const auto add = [&](std::string_view name, const State* state) {
            by_name.emplace(key_words(name), state);
        };
        for (const State& state : states_of_the_roll()) add(state.name, &state);
        const auto written = embedded_table("written.json");
        for (const auto& [code, names] : written.as_object())
            for (const auto& name : names.as_array())
                add(name.as_string(), state_by_code(std::string{code}));
        for (const State& state : states_of_the_roll())
            for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"})
                add(everyday_name(state.code, language), &state);
        return by_name;
    }();
    return states;
}

const State* with_code(std::string_view text) {
    std::string code{text};
    for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return state_by_code(code);
}

const State* with_words(const std::multiset<std::string>& words) {
    if (words.empty()) return nullptr;
    const auto found = states_by_name().find(words);
    return found == states_by_name().end() ? nullptr : found->second;
}

/// By its code, or by one name.
const State* called(std::string_view text) {
    if (const State* const state = with_code(text)) return state;
    auto words = key_words(text);
    if (const State* const state = with_words(words)) return state;
    std::erase_if(words, [](const std::string& word) { return forms().formal.contains(word); });
    const State* const state = with_words(words);
    return state && !forms().namesakes.contains(state->code) ? state : nullptr;
}

/// Also by several names of the same: "Eswatini (Swaziland)".
const State* named(std::string_view text) {
    if (const State* const state = called(text)) return state;
    constexpr std::string_view between = "()/,";
    const State* state = nullptr;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(between, at), text.size());
        const std::string_view part = trimmed(text.substr(at, end - at));
        at = end + 1;
        if (part.empty()) continue;
        const State* const one = called(part);
        if (one == nullptr || (state != nullptr && one != state)) return nullptr;
        state = one;
    }
    return state;
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
    // Longer than any name.
    constexpr std::size_t longest = 200;
    auto coded = named_with_code(text);
    if (coded && state_by_code(coded->code) != nullptr) return coded;
    if (text.size() <= longest)
        if (const State* const state = named(text)) return *state;
    return coded;
}

std::string text_of(const State& state) {
    const State* const known = state_by_code(state.code);
    if (known && *known == state) return state.name;
    return state.name + " (" + state.code + ')';
}

}  // namespace rostrum::wire
