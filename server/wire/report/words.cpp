#include "wire/report/words.hpp"

#include <boost/json.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "embedded_file.hpp"

namespace rostrum::wire::report {

namespace {

std::string_view file_of(std::string_view language, std::string_view name) {
    for (const EmbeddedFile& file : embedded::languages()) {
        const std::size_t slash = file.path.find('/');
        if (file.path.substr(0, slash) == language && file.path.substr(slash + 1) == name)
            return file.content;
    }
    return {};
}

}  // namespace

bool Words::know(std::string_view language) {
    return language.find('/') == std::string_view::npos &&
           !file_of(language, "secretariat.json").empty();
}

Words::Words(std::string_view language) : language_{language} {
    read("common.json");
    read("acts.json");
    read("secretariat.json");
    const boost::json::value names = boost::json::parse(file_of(language, "short_names.json"));
    for (const auto& [code, name] : names.as_object())
        if (name.is_string()) states_.emplace(code, name.as_string());
}

void Words::read(std::string_view file) {
    const boost::json::value all = boost::json::parse(file_of(language_, file));
    // Words with a number in them have several forms: no report uses them.
    for (const auto& [key, words] : all.as_object())
        if (words.is_string()) words_.emplace(key, words.as_string());
}

std::string Words::operator()(const std::string& key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? key : found->second;
}

std::string Words::first_of(std::initializer_list<std::string> keys) const {
    for (const std::string& key : keys)
        if (const auto found = words_.find(key); found != words_.end()) return found->second;
    return {};
}

std::string Words::filled(
    const std::string& key,
    std::initializer_list<std::pair<std::string_view, std::string>> values) const {
    std::string text = (*this)(key);
    for (const auto& [name, value] : values) {
        const std::string place = '{' + std::string{name} + '}';
        if (const auto at = text.find(place); at != std::string::npos)
            text.replace(at, place.size(), value);
    }
    return text;
}

std::string Words::isolated(const std::string& text) const {
    return right_to_left() ? "\u2068" + text + "\u2069" : text;
}

std::string Words::isolated_digits(const std::string& digits) const {
    return right_to_left() ? "\u2066" + digits + "\u2069" : digits;
}

std::string Words::of(const State& state) const {
    if (language_ == "en" || state.code.empty()) return state.name;
    if (const auto found = states_.find(state.code); found != states_.end()) return found->second;
    icu::UnicodeString shown;
    icu::Locale{"", state.code.c_str()}.getDisplayCountry(icu::Locale{language_.c_str()}, shown);
    std::string name;
    shown.toUTF8String(name);
    return name.empty() || name == state.code ? state.name : name;
}

}  // namespace rostrum::wire::report
