#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "floor/instant.hpp"
#include "floor/sentence.hpp"

/// Rules for texts that people write, and for ids.
namespace rostrum {

/// Returns why a text is not allowed: `name` ("The notice") is what the sentence begins with.
/// nullopt for one paragraph of well-formed UTF-8 of at most `longest` bytes, which may be empty.
[[nodiscard]] std::optional<Sentence> text_fault(std::string_view name, std::string_view text,
                                                 std::size_t longest);

/// Trims blanks and line breaks. Empty if nothing of the text can be seen, such as U+2060 alone.
/// Returns broken UTF-8 unchanged.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// For comparing what people type, never for reading: small letters without accents, and one blank
/// for each run of blanks and punctuation. "Réunion  N° 3" is "reunion n 3".
[[nodiscard]] std::string comparable(std::string_view text);

/// 1 to `longest` of [a-z0-9-].
[[nodiscard]] bool is_plain_id(std::string_view id, std::size_t longest);

/// Minutes and seconds, as on the screens: "5:00", "-0:30".
[[nodiscard]] std::string clock_face(Duration time);

}  // namespace rostrum
