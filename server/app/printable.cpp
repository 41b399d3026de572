#include "app/printable.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace rostrum::app {

namespace {

bool steers_a_terminal(UChar32 c) {
    // Joiners belong to words of Persian and Hindi.
    if (c == 0x200C || c == 0x200D) return false;
    switch (u_charType(c)) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string printable(std::string_view text) {
    const auto whole =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string shown;
    for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const UChar32 c = whole.char32At(i);
        if (steers_a_terminal(c))
            shown += fmt::format("<{:02X}>", c);
        else
            icu::UnicodeString{c}.toUTF8String(shown);
    }
    return shown;
}

}  // namespace rostrum::app
