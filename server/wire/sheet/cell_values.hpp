#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/meeting.hpp"
#include "wire/sheet/headings.hpp"

/// Reads what people write in the cells of a programme, in the languages of the United Nations.
/// nullopt for anything else.
namespace rostrum::wire {

/// An NGO or a CSO alone is a national one. `CSO (national)` is `national CSO`.
[[nodiscard]] std::optional<DelegationKind> kind_of(std::string_view text);

struct WrittenStanding {
    Standing standing{};
    /// Of `absent (visa refused)`.
    std::string reason;
};
[[nodiscard]] std::optional<WrittenStanding> standing_of(std::string_view text);

/// That the State makes no statement: `none`, `declines`.
[[nodiscard]] bool says_none(std::string_view text);

/// Whom an M alone means: in Spanish, a man beside an F and a woman, mujer, beside an H.
enum class LetterM { man, woman, either };
[[nodiscard]] LetterM letter_m_in(const Table& table, const Headings& headings);
[[nodiscard]] std::optional<RepresentedBy> represented_by_of(std::string_view text, LetterM m);

}  // namespace rostrum::wire
