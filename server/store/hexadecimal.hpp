#pragma once

#include <string>
#include <string_view>

namespace rostrum::store {

/// Writes two lower-case digits a byte.
[[nodiscard]] std::string hexadecimal(std::string_view bytes);

/// The bytes of hexadecimal digits, which hexadecimal() wrote.
[[nodiscard]] std::string from_hexadecimal(std::string_view digits);

}  // namespace rostrum::store
