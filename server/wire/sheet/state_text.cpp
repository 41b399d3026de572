#include "wire/sheet/state_text.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "floor/states.hpp"
#include "floor/text.hpp"
#include "wire/sheet/words.hpp"

namespace rostrum::wire {

namespace {

/// The United Nations' short names in French and Spanish, where ICU's differ. As in
/// clients/kit/languages/*/short_names.json.
const std::vector<std::pair<const char*, const char*>> own_names{
    {"BO", "Bolivie (État plurinational de)"},
    {"BO", "Bolivia (Estado Plurinacional de)"},
    {"BH", "Bahrein"},
    {"BN", "Brunéi Darussalam"},
    {"BT", "Bhután"},
    {"BW", "Botswana"},
    {"CD", "République démocratique du Congo"},
    {"CD", "República Democrática del Congo"},
    {"CG", "Congo"},
    {"FM", "Micronésie (États fédérés de)"},
    {"FM", "Micronesia (Estados Federados de)"},
    {"GB", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"},
    {"GB", "Reino Unido de Gran Bretaña e Irlanda del Norte"},
    {"IR", "Iran (République islamique d’)"},
    {"IR", "Irán (República Islámica del)"},
    {"KG", "Kirghizistan"},
    {"KN", "Saint-Kitts-et-Nevis"},
    {"KN", "Saint Kitts y Nevis"},
    {"KP", "République populaire démocratique de Corée"},
    {"KP", "República Popular Democrática de Corea"},
    {"KR", "République de Corée"},
    {"KR", "República de Corea"},
    {"KZ", "Kazajstán"},
    {"LA", "République démocratique populaire lao"},
    {"LA", "República Democrática Popular Lao"},
    {"MD", "République de Moldova"},
    {"MD", "República de Moldova"},
    {"NL", "Pays-Bas (Royaume des)"},
    {"NL", "Países Bajos (Reino de los)"},
    {"NZ", "Nueva Zelandia"},
    {"PG", "Papua Nueva Guinea"},
    {"PS", "État de Palestine"},
    {"PS", "Estado de Palestina"},
    {"RU", "Fédération de Russie"},
    {"RU", "Federación de Rusia"},
    {"SA", "Arabia Saudita"},
    {"SY", "République arabe syrienne"},
    {"SY", "República Árabe Siria"},
    {"TT", "Trinidad y Tabago"},
    {"TZ", "République-Unie de Tanzanie"},
    {"TZ", "República Unida de Tanzanía"},
    {"US", "États-Unis d’Amérique"},
    {"US", "Estados Unidos de América"},
    {"VA", "Saint-Siège"},
    {"VA", "Santa Sede"},
    {"VE", "Venezuela (République bolivarienne du)"},
    {"VE", "Venezuela (República Bolivariana de)"},
};

std::string everyday_name(const std::string& code, const char* language) {
    icu::UnicodeString name;
    icu::Locale{"", code.c_str()}.getDisplayCountry(icu::Locale{language}, name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

const std::map<std::string, const State*>& states_by_name() {
    static const std::map<std::string, const State*> states = [] {
        std::map<std::string, const State*> by_name;
        for (const State& state : states_of_the_roll()) by_name.emplace(folded(state.name), &state);
        for (const auto& [code, name] : own_names)
            by_name.emplace(folded(name), state_by_code(code));
        for (const State& state : states_of_the_roll())
            for (const char* language : {"en", "fr", "es"})
                by_name.emplace(folded(everyday_name(state.code, language)), &state);
        return by_name;
    }();
    return states;
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
        const State* const state = state_by_code(code);
        return state ? std::optional{*state} : std::nullopt;
    }
    const auto found = states_by_name().find(folded(text));
    if (found == states_by_name().end()) return std::nullopt;
    return *found->second;
}

std::string text_of(const State& state) {
    const State* const known = state_by_code(state.code);
    if (known && *known == state) return state.name;
    return state.name + " (" + state.code + ')';
}

}  // namespace rostrum::wire
