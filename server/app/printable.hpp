#pragma once

#include <string>
#include <string_view>

namespace rostrum::app {

/// A text of a stranger, for a terminal: what would steer the terminal or turn the direction of
/// what follows is shown as its code, `<1B>`. Bytes that are no UTF-8 are shown as U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace rostrum::app
