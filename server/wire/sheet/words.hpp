#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What ICU knows about the words of a sheet: character sets, accents, capitals.
namespace rostrum::wire {

/// UTF-8 from `charset`, a name that ICU knows; none where the bytes are not in it.
[[nodiscard]] std::optional<std::string> decoded(std::string_view bytes, const char* charset);

/// To compare what people type: small letters without accents, and one blank for whatever else
/// there is. "  Réunion n° 3" is "reunion no 3".
[[nodiscard]] std::string folded(std::string_view text);

/// An id made of a text: the letters a to z and digits of folded(), with hyphens for the rest.
/// @return at most `longest` bytes; empty where the text has no such letter.
[[nodiscard]] std::string id_of(std::string_view text, std::size_t longest);

/// One line: each run of line breaks, tabs and blanks is one blank, and there is none at the ends.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace rostrum::wire
