#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/meeting.hpp"

namespace rostrum::wire {

/// The State of the roll that a person means: by its ISO code, by the name that the United Nations
/// or the everyday give it in English, French or Spanish, or as `Name (CU)`, whose name is then
/// kept as it is written.
[[nodiscard]] std::optional<State> state_of(std::string_view text);

/// A text that state_of reads as exactly this State.
[[nodiscard]] std::string text_of(const State& state);

}  // namespace rostrum::wire
