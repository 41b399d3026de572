#include "net/device_name.hpp"

#include <cstddef>

#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum::net {
namespace {

constexpr std::size_t most_characters = 64;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::string_view shortened(std::string_view text) {
    std::size_t characters = 0;
    std::size_t fits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_character(text[i])) continue;
        if (i <= limits::device_length) fits = i;
        if (characters++ == most_characters) return text.substr(0, fits);
    }
    return text.size() <= limits::device_length ? text : text.substr(0, fits);
}

}  // namespace

std::string device_name(std::string_view reported) {
    const std::string_view name = trimmed(shortened(trimmed(reported)));
    return text_fault("The name", name, limits::device_length) ? std::string{} : std::string{name};
}

}  // namespace rostrum::net
