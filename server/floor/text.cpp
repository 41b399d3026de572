#include "floor/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rostrum {

namespace {

struct Character {
    char32_t point = 0;
    /// In bytes.
    std::size_t length = 0;
};

/// The smallest code point of each length: anything below is an overlong form, which could smuggle
/// a control character past a check.
constexpr std::array<char32_t, 5> smallest_of_length{0, 0, 0x80, 0x800, 0x10000};

/// Decodes the first character of a non-empty text; nullopt if it is not well-formed UTF-8.
std::optional<Character> first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return Character{lead, 1};

    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC0 || lead > 0xF4 || text.size() < length) return std::nullopt;
    char32_t point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return std::nullopt;
        point = (point << 6U) | (byte(i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < smallest_of_length[length] || point > 0x10FFFF || surrogate) return std::nullopt;
    return Character{point, length};
}

bool is_control(char32_t point) {
    constexpr char32_t line_separator = 0x2028;
    constexpr char32_t paragraph_separator = 0x2029;
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == line_separator ||
           point == paragraph_separator;
}

bool is_blank(char32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 ||
           point == 0x202F || point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

/// The letters U+00C0 to U+017F without their accents.
constexpr std::string_view latin_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Ranges of code points that show nothing though Unicode calls them no blanks: the
/// Default_Ignorable ones, and the empty cell of Braille.
constexpr std::array<std::pair<char32_t, char32_t>, 18> invisible{{
    {0xAD, 0xAD},
    {0x34F, 0x34F},
    {0x61C, 0x61C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
}};

bool is_invisible(char32_t point) {
    return std::any_of(invisible.begin(), invisible.end(),
                       [=](auto range) { return point >= range.first && point <= range.second; });
}

/// Accents apart from their letter, Arabic vowel signs, and what shows nothing.
bool is_mark(char32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x610 && point <= 0x61A) ||
           (point >= 0x64B && point <= 0x65F) || point == 0x640 || point == 0x670 ||
           is_invisible(point);
}

bool separates(char32_t point) {
    const bool ascii = point < 0x80;
    const bool alphanumeric = (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
    return (ascii && !alphanumeric) || (point >= 0x80 && point < 0xC0) || is_blank(point) ||
           (point >= 0x2010 && point <= 0x2027) || (point >= 0x2030 && point <= 0x205E) ||
           (point >= 0x3001 && point <= 0x301F) || point == 0x60C || point == 0x61B;
}

/// The small letter without an accent, of the Latin, Greek and Cyrillic alphabets.
char32_t plain_letter(char32_t point) {
    constexpr char32_t small = 0x20;
    if (point >= 'A' && point <= 'Z') return point + small;
    if (point >= 0xC0 && point < 0xC0 + latin_letters.size())
        return static_cast<unsigned char>(latin_letters[point - 0xC0]);
    if (point >= 0x391 && point <= 0x3A9) return point + small;
    if (point >= 0x400 && point <= 0x40F) point += 0x50;
    if (point >= 0x410 && point <= 0x42F) point += small;
    if (point == 0x450 || point == 0x451) return 0x435;
    return point == 0x439 ? 0x438 : point;
}

void append(std::string& text, char32_t point) {
    const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
    const auto rest = [&](unsigned shift) { byte(0x80 | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
        byte(0xC0 | (point >> 6U));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12U));
        rest(6);
    } else {
        byte(0xF0 | (point >> 18U));
        rest(12);
        rest(6);
    }
    rest(0);
}

bool is_visible(char32_t point) {
    return !is_blank(point) && !is_invisible(point);
}

}  // namespace

std::optional<Sentence> text_fault(std::string_view name, std::string_view text,
                                   std::size_t longest) {
    constexpr std::string_view subject = "This text";
    const auto of_its_name = [&](Sentence sentence) {
        sentence.english.replace(0, subject.size(), name);
        return sentence;
    };
    if (text.size() > longest)
        return of_its_name({"text_too_long",
                            "This text is too long (at most {most} bytes).",
                            {{"most", std::to_string(longest)}}});
    while (!text.empty()) {
        const auto character = first_character(text);
        if (!character)
            return of_its_name({"text_not_utf8", "This text is not well-formed UTF-8."});
        if (is_control(character->point))
            return of_its_name(
                {"text_has_break", "This text holds a line break or a control character."});
        text.remove_prefix(character->length);
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = 0;
    bool shows_something = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = first_character(text.substr(at));
        if (!character) return text;
        const std::size_t next = at + character->length;
        if (!is_blank(character->point)) {
            first = std::min(first, at);
            last = next;
        }
        shows_something |= is_visible(character->point);
        at = next;
    }
    return shows_something ? text.substr(first, last - first) : std::string_view{};
}

std::string comparable(std::string_view text) {
    std::string plain;
    bool apart = false;
    while (!text.empty()) {
        const Character character = first_character(text).value_or(
            Character{static_cast<unsigned char>(text.front()) & 0x7FU, 1});
        text.remove_prefix(character.length);
        if (is_mark(character.point)) continue;
        const char32_t point = plain_letter(character.point);
        if (separates(point)) {
            apart = true;
            continue;
        }
        if (apart && !plain.empty()) plain += ' ';
        apart = false;
        append(plain, point);
    }
    return plain;
}

bool is_plain_id(std::string_view id, std::size_t longest) {
    return !id.empty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string clock_face(Duration time) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    const auto whole = seconds < 0 ? -seconds : seconds;
    const std::string padded = std::to_string(100 + whole % 60);
    return (seconds < 0 ? "-" : "") + std::to_string(whole / 60) + ":" + padded.substr(1);
}

}  // namespace rostrum
