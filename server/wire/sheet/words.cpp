#include "wire/sheet/words.hpp"

#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "floor/text.hpp"

namespace rostrum::wire {

namespace {

bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::optional<std::string> decoded(std::string_view bytes, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUConverterPointer converter{ucnv_open(charset, &status)};
    ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    if (U_FAILURE(status)) throw std::logic_error(std::string{charset} + " is not known to ICU");
    const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  converter.getAlias(), status};
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    return text.toUTF8String(utf8);
}

std::string folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw std::logic_error("ICU has no NFKD");
    const auto apart = form->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
            .foldCase(),
        status);

    icu::UnicodeString plain;
    bool blank = false;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (!u_isalnum(c)) {
            blank = true;
            continue;
        }
        if (blank && !plain.isEmpty()) plain.append(u' ');
        blank = false;
        const auto digit = u_charDigitValue(c);
        plain.append(digit < 0 ? c : u'0' + digit);
    }
    std::string utf8;
    return plain.toUTF8String(utf8);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool after_letter = false;
    const std::string plain = folded(text) + ' ';
    for (std::size_t at = 0, end = 0; (end = plain.find(' ', at)) != std::string::npos;
         at = end + 1) {
        const std::string word = plain.substr(at, end - at);
        const bool is_letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
        if (is_letter && after_letter)
            words.back() += word;
        else if (!word.empty())
            words.push_back(word);
        after_letter = is_letter;
    }
    return words;
}

std::string plainly_typed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) throw std::logic_error("ICU has no NFKC");
    const auto whole = form->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
            .foldCase(),
        status);
    icu::UnicodeString plain;
    for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const UChar32 c = whole.char32At(i);
        const auto type = u_charType(c);
        if (type == U_FORMAT_CHAR) continue;
        if (u_isUWhiteSpace(c)) {
            if (!plain.isEmpty() && !plain.endsWith(u" ")) plain.append(u' ');
        } else if (const auto digit = u_charDigitValue(c); digit >= 0) {
            plain.append(static_cast<char16_t>(u'0' + digit));
        } else if (type == U_DASH_PUNCTUATION || c == u'\u2212') {
            plain.append(u'-');
        } else {
            plain.append(c);
        }
    }
    std::string utf8;
    return std::string{trimmed(plain.toUTF8String(utf8))};
}

std::string id_of(std::string_view text, std::size_t longest) {
    std::string id;
    for (const char c : folded(text)) {
        if (id.size() == longest) break;
        if (is_ascii_letter_or_digit(c)) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    bool blank = false;
    for (const char c : trimmed(text)) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            blank = true;
            continue;
        }
        if (blank) line += ' ';
        blank = false;
        line += c;
    }
    return line;
}

}  // namespace rostrum::wire
