#pragma once

#include <string>
#include <string_view>

namespace rostrum::store {

/// Writes two lower-case digits a byte.
[[nodiscard]] std::string hexadecimal(std::string_view bytes);

}  // namespace rostrum::store
