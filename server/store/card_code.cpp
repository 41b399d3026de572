#include "store/card_code.hpp"

#include <cstddef>

namespace rostrum::store {
namespace {

/// Consonants: no letter looks like a digit, and no code spells a word.
constexpr std::string_view card_letters = "BCDFGHJKLMNPQRSTVWXYZ";
constexpr std::size_t card_code_length = 6;
/// With a dash or space after each letter. Longer texts are rejected unread.
constexpr std::size_t longest_typed_code = 2 * card_code_length;
/// The largest multiple of the letters that a byte holds: larger bytes would favour some letters.
constexpr std::size_t fair_bytes = 256 / card_letters.size() * card_letters.size();

}  // namespace

std::string draw_card_code(const RandomBytes& random_bytes) {
    std::string code;
    while (code.size() < card_code_length)
        for (const char byte : random_bytes(card_code_length)) {
            const std::size_t drawn = static_cast<unsigned char>(byte);
            if (drawn < fair_bytes && code.size() < card_code_length)
                code += card_letters[drawn % card_letters.size()];
        }
    return code;
}

std::optional<std::string> read_card_code(std::string_view typed) {
    if (typed.size() > longest_typed_code) return std::nullopt;
    std::string code;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const bool is_lower = character >= 'a' && character <= 'z';
        code += is_lower ? static_cast<char>(character - 'a' + 'A') : character;
        if (card_letters.find(code.back()) == std::string_view::npos) return std::nullopt;
    }
    if (code.size() != card_code_length) return std::nullopt;
    return code;
}

}  // namespace rostrum::store
