#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "floor/meeting.hpp"

namespace rostrum::wire::report {

/// The words of the secretariat's page and of the acts, in one of its languages: a report says what
/// the page says.
class Words {
public:
    [[nodiscard]] static bool know(std::string_view language);

    /// @param language one that `know`.
    explicit Words(std::string_view language);

    /// The key itself, if it has no words.
    [[nodiscard]] std::string operator()(const std::string& key) const;
    /// The first of these keys that has words; empty if none has.
    [[nodiscard]] std::string first_of(std::initializer_list<std::string> keys) const;
    /// A State's name in the language, as the screens show it.
    [[nodiscard]] std::string of(const State& state) const;

    /// With each `{name}` replaced by its value.
    [[nodiscard]] std::string filled(
        const std::string& key,
        std::initializer_list<std::pair<std::string_view, std::string>> values) const;

    /// A name or a text of people in a sentence of this language.
    [[nodiscard]] std::string isolated(const std::string& text) const;
    /// Digits in a sentence of this language: they read from left to right everywhere.
    [[nodiscard]] std::string isolated_digits(const std::string& digits) const;

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool right_to_left() const { return language_ == "ar"; }

private:
    void read(std::string_view file);

    std::string language_;
    std::map<std::string, std::string> words_;
    std::map<std::string, std::string> states_;
};

}  // namespace rostrum::wire::report
