#include "bench/messages.hpp"

#include <charconv>
#include <cstddef>

#include "bench/swarm.hpp"

namespace rostrum::bench {
namespace {

constexpr std::string_view json_change = R"({"changed":{)";
constexpr std::string_view json_accepted = R"({"accepted":{)";
/// Field 2 of a ServerMessage in Protocol Buffers.
constexpr char protobuf_change = '\x12';

/// An id has at least eight characters.
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

}  // namespace

std::string command(std::uint64_t number, std::string_view act) {
    constexpr int text = 1;
    std::string json = R"({"command":{"id":"bench-)" + id_of(number) + R"(",)";
    return client_frame(text, json.append(act) + "}}");
}

std::string notice(std::uint64_t number) {
    return command(number,
                   R"("showNotice":{"text":"Please take your seats ()" + id_of(number) + ").\"}");
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
    // Its fields in their order: 1, the previous revision, left out where it is 0; 2, the revision.
    Step step;
    while (!message.empty()) {
        const std::uint64_t field = take_varint(message) >> 3U;
        if (field != 1 && field != 2) break;
        (field == 1 ? step.from : step.to) = take_varint(message);
    }
    return step;
}

std::uint64_t revision_of_accepted(std::string_view message) {
    return message.starts_with(json_accepted) ? number_after(message, R"("revision":")") : 0;
}

}  // namespace rostrum::bench
