#pragma once

#include <optional>
#include <string_view>

#include "floor/meeting.hpp"

/// Reads what people write in the cells of a programme, in English, French and Spanish. nullopt for
/// anything else.
namespace rostrum::wire {

/// An NGO or a CSO alone is a national one.
[[nodiscard]] std::optional<DelegationKind> kind_of(std::string_view text);
[[nodiscard]] std::optional<Standing> standing_of(std::string_view text);
[[nodiscard]] std::optional<RepresentedBy> represented_by_of(std::string_view text);

}  // namespace rostrum::wire
