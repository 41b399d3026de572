#include "store/token.hpp"

#include <cstddef>

namespace rostrum::store {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t length = 26;
/// With a dash or space after each letter. Longer texts are rejected unread.
constexpr std::size_t longest_typed = 2 * length;

/// Normalises a letter.
char letter(char typed) {
    const char lower = typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed - 'A' + 'a') : typed;
    if (lower == 'o') return '0';
    if (lower == 'i' || lower == 'l') return '1';
    return lower;
}

}  // namespace

std::string draw_token(const RandomBytes& random_bytes) {
    std::string token;
    // Five bits of each byte: 32 letters divide 256 values evenly.
    for (const char byte : random_bytes(length))
        token += alphabet[static_cast<unsigned char>(byte) & 31U];
    return token;
}

std::optional<std::string> read_token(std::string_view typed) {
    if (typed.size() > longest_typed) return std::nullopt;
    std::string token;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        token += letter(character);
        if (alphabet.find(token.back()) == std::string_view::npos) return std::nullopt;
    }
    if (token.size() != length) return std::nullopt;
    return token;
}

}  // namespace rostrum::store
