#include "store/card_code.hpp"

#include <cstddef>

namespace rostrum::store {
namespace {

/// Consonants: no letter looks like a digit, and no code spells a word.
constexpr std::string_view alphabet = "BCDFGHJKLMNPQRSTVWXYZ";
constexpr std::size_t length = 6;
/// With a dash or space after each letter. Longer texts are rejected unread.
constexpr std::size_t longest_typed = 2 * length;
/// The largest multiple of the letters that a byte holds: larger bytes would favour some letters.
constexpr std::size_t fair = 256 / alphabet.size() * alphabet.size();

}  // namespace

std::string draw_card_code(const RandomBytes& random_bytes) {
    std::string code;
    while (code.size() < length)
        for (const char byte : random_bytes(length)) {
            const std::size_t drawn = static_cast<unsigned char>(byte);
            if (drawn < fair && code.size() < length) code += alphabet[drawn % alphabet.size()];
        }
    return code;
}

std::optional<std::string> read_card_code(std::string_view typed) {
    if (typed.size() > longest_typed) return std::nullopt;
    std::string code;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const bool is_lower = character >= 'a' && character <= 'z';
        code += is_lower ? static_cast<char>(character - 'a' + 'A') : character;
        if (alphabet.find(code.back()) == std::string_view::npos) return std::nullopt;
    }
    if (code.size() != length) return std::nullopt;
    return code;
}

}  // namespace rostrum::store
