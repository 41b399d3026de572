#include "net/frame.hpp"

#include <cstddef>

namespace rostrum::net {
namespace {

// RFC 6455, section 5.2: the first byte of an unfragmented frame. A server does not mask.
constexpr char text_frame = '\x81';
constexpr char binary_frame = '\x82';
constexpr char close = '\x88';
constexpr char ping = '\x89';

constexpr std::size_t longest_in_7_bits = 125;
constexpr std::size_t longest_in_16_bits = 0xFFFF;
constexpr std::size_t longest_close_reason = longest_in_7_bits - 2;

void append_big_endian(std::string& bytes, std::uint64_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>((value >> shift) & 0xFF));
}

std::string frame(char first, std::string_view payload) {
    std::string bytes;
    bytes.reserve(payload.size() + 10);
    bytes.push_back(first);
    if (payload.size() <= longest_in_7_bits) {
        append_big_endian(bytes, payload.size(), 1);
    } else if (payload.size() <= longest_in_16_bits) {
        bytes.push_back('\x7E');
        append_big_endian(bytes, payload.size(), 2);
    } else {
        bytes.push_back('\x7F');
        append_big_endian(bytes, payload.size(), 8);
    }
    return bytes.append(payload);
}

Frame share(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

/// Does not cut a UTF-8 character in two.
std::string_view cut(std::string_view text_of_people, std::size_t longest) {
    if (text_of_people.size() <= longest) return text_of_people;
    while (longest > 0 && (static_cast<unsigned char>(text_of_people[longest]) & 0xC0U) == 0x80U)
        --longest;
    return text_of_people.substr(0, longest);
}

}  // namespace

Frame message_frame(wire::Encoding encoding, std::string_view message) {
    return share(frame(encoding == wire::Encoding::json ? text_frame : binary_frame, message));
}

Frame ping_frame() {
    static const Frame the_ping = share(frame(ping, {}));
    return the_ping;
}

Frame close_frame(CloseCode code, std::string_view reason) {
    std::string payload;
    append_big_endian(payload, static_cast<std::uint16_t>(code), 2);
    payload.append(cut(reason, longest_close_reason));
    return share(frame(close, payload));
}

bool is_close_frame(std::string_view bytes) {
    return !bytes.empty() && bytes.front() == close;
}

}  // namespace rostrum::net
