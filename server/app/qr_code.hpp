#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rostrum::app {

/// A QR code for a terminal, as lines of equal width: two rows of modules a line, drawn in half
/// blocks, light on dark, with the quiet zone around. `columns` of a terminal a line.
struct QrCode {
    std::vector<std::string> lines;
    std::size_t columns = 0;
};

/// @throws std::length_error for a text that fits no QR code.
[[nodiscard]] QrCode qr_code(std::string_view text);

}  // namespace rostrum::app
