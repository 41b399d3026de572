#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rostrum::app {

/// Draws a QR code for a terminal, as lines of equal width: two rows of modules a line, in half
/// blocks, light on dark, with the quiet zone. `columns` is the width in characters.
struct QrCode {
    std::vector<std::string> lines;
    std::size_t columns = 0;
};

/// @throws std::length_error for a text that is too long for a QR code.
[[nodiscard]] QrCode qr_code(std::string_view text);

}  // namespace rostrum::app
