#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rostrum {

/// What goes into a sentence: a number, a time, somebody's own text.
struct Particular {
    /// `longest` where the sentence has `{longest}`.
    std::string_view name;
    std::string value;
};

/// A sentence for people. It is in English; screens write it in their own language, from its code
/// and its particulars.
struct Sentence {
    std::string english;
    /// The key of the sentence in the screens' catalogues.
    std::string_view code;
    std::vector<Particular> particulars;

    Sentence() = default;
    /// @param key the code, a literal: tests/kit/faults.test.ts compares it and `text` with the
    /// catalogues
    /// @param text with `{name}` in the place of each particular
    Sentence(std::string_view key, std::string_view text, std::vector<Particular> filled_in = {});

    [[nodiscard]] bool empty() const { return english.empty(); }

    friend bool operator==(const Sentence& a, const Sentence& b) { return a.english == b.english; }
    friend bool operator==(const Sentence& a, std::string_view b) { return a.english == b; }
};

/// A sentence beside a code that screens have words for: it may be in English only.
struct Explanation : Sentence {
    using Sentence::Sentence;
    Explanation(Sentence sentence) : Sentence(std::move(sentence)) {}
    Explanation(std::string text) { english = std::move(text); }
    Explanation(const char* text) { english = text; }
};

/// The same sentence; its English begins with the place that it is about.
[[nodiscard]] Sentence at_place(std::string_view place, Sentence sentence);

}  // namespace rostrum
