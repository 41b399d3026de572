#include "bench/messages.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "bench/client_pool.hpp"

namespace rostrum::bench {
namespace {

constexpr std::string_view json_change = R"({"changed":{)";
/// Fields 2 and 3 of a ServerMessage in Protocol Buffers.
constexpr char protobuf_change = '\x12';
constexpr char protobuf_accepted = '\x1a';

/// At least eight characters, as the protocol requires.
std::string id_of(std::uint64_t number) {
    constexpr std::uint64_t first_id = 10'000'000;
    return std::to_string(first_id + number);
}

std::uint64_t number_after(std::string_view json, std::string_view name) {
    const auto at = json.find(name);
    std::uint64_t number = 0;
    if (at != std::string_view::npos)
        std::from_chars(json.data() + at + name.size(), json.data() + json.size(), number);
    return number;
}

void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U) bytes.push_back(static_cast<char>(value | 0x80U));
    bytes.push_back(static_cast<char>(value));
}

std::uint64_t take_varint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80U) break;
    }
    return value;
}

/// A length-delimited field of Protocol Buffers.
std::string field(unsigned number, std::string_view content) {
    constexpr unsigned has_a_length = 2;
    std::string bytes;
    append_varint(bytes, number << 3U | has_a_length);
    append_varint(bytes, content.size());
    return bytes.append(content);
}

/// @param act the field of the Command
std::string command(std::uint64_t number, std::string_view act) {
    constexpr int binary = 2;
    constexpr unsigned command = 2;
    return client_frame(binary, field(command, field(1, "bench-" + id_of(number)).append(act)));
}

}  // namespace

std::string open_meeting(std::uint64_t number, std::string_view meeting) {
    constexpr unsigned act = 3;
    return command(number, field(act, field(1, meeting)));
}

std::string next(std::uint64_t number) {
    constexpr unsigned act = 8;
    return command(number, field(act, {}));
}

std::string notice(std::uint64_t number) {
    constexpr unsigned act = 18;
    const std::string text = "Please take your seats (" + id_of(number) + ").";
    return command(number, field(act, field(1, text)));
}

bool is_change(std::string_view message) {
    return message.starts_with(json_change) || message.starts_with(protobuf_change);
}

Step step_of_change(std::string_view message) {
    if (message.starts_with(json_change))
        return {number_after(message, R"("previousRevision":")"),
                number_after(message, R"("revision":")")};
    message.remove_prefix(1);
    take_varint(message);
    // Fields in order: 1, the previous revision, omitted if 0; 2, the revision.
    Step step;
    while (!message.empty()) {
        const std::uint64_t field = take_varint(message) >> 3U;
        if (field != 1 && field != 2) break;
        (field == 1 ? step.from : step.to) = take_varint(message);
    }
    return step;
}

std::uint64_t revision_of_accepted(std::string_view message) {
    if (!message.starts_with(protobuf_accepted)) return 0;
    message.remove_prefix(1);
    take_varint(message);
    // The command's id, then the revision.
    message.remove_prefix(1);
    const std::uint64_t id = take_varint(message);
    message.remove_prefix(std::min<std::size_t>(message.size(), id + 1));
    return take_varint(message);
}

}  // namespace rostrum::bench
