#include "app/qr_code.hpp"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace rostrum::app {

namespace {

/// Width of the quiet zone. Four modules are the norm; two scan as well, and save space.
constexpr int quiet_zone = 2;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

/// Everything outside the code is light.
bool is_light(const QRcode& code, int row, int column) {
    if (row < 0 || column < 0 || row >= code.width || column >= code.width) return true;
    return (code.data[row * code.width + column] & 1U) == 0;
}

std::string_view half_blocks(bool upper_light, bool lower_light) {
    if (upper_light) return lower_light ? "█" : "▀";
    return lower_light ? "▄" : " ";
}

}  // namespace

QrCode qr_code(std::string_view text) {
    const Code code{QRcode_encodeString8bit(std::string{text}.c_str(), 0, QR_ECLEVEL_L),
                    QRcode_free};
    if (!code) throw std::length_error("This text is too long for a QR code.");

    const int end = code->width + quiet_zone;
    const int columns = end + quiet_zone;
    QrCode drawn{.lines = {}, .columns = static_cast<std::size_t>(columns)};
    for (int row = -quiet_zone; row < end; row += 2) {
        std::string line;
        for (int column = -quiet_zone; column < end; ++column)
            line += half_blocks(is_light(*code, row, column), is_light(*code, row + 1, column));
        drawn.lines.push_back(std::move(line));
    }
    return drawn;
}

}  // namespace rostrum::app
