#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/meeting.hpp"

namespace rostrum::wire {

/// Finds a State of the roll by its ISO code, by whatever people call it in the languages of the
/// United Nations (clients/kit/states/), whatever the order of its words, or as `Name (CU)`, whose
/// name is then kept as written.
[[nodiscard]] std::optional<State> state_of(std::string_view text);

/// A text that state_of reads as exactly this State.
[[nodiscard]] std::string text_of(const State& state);

}  // namespace rostrum::wire
