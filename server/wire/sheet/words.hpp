#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Character sets, accents and capitals of a sheet's words, by ICU.
namespace rostrum::wire {

/// Converts to UTF-8 from `charset`, a name that ICU knows; nullopt if the bytes are invalid in it.
[[nodiscard]] std::optional<std::string> decoded(std::string_view bytes, const char* charset);

/// For comparing what people type: lower case without accents, and one blank for each run of other
/// characters. "  Réunion n° 3" is "reunion no 3".
[[nodiscard]] std::string folded(std::string_view text);

/// The words of folded(text); letters with points are one word: "U.K." is "uk".
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// What was typed, without what a keyboard of a language makes of it: small letters, digits from 0
/// to 9, one blank for each run of blanks of any width, hyphens for dashes, no invisible marks.
[[nodiscard]] std::string plainly_typed(std::string_view text);

/// Makes an id from a text: the letters a to z and digits of folded(), with hyphens for the rest.
/// @return at most `longest` bytes; empty if the text has no such letter.
[[nodiscard]] std::string id_of(std::string_view text, std::size_t longest);

/// Returns the text on one line, trimmed, with one blank for each run of line breaks, tabs and
/// blanks.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace rostrum::wire
