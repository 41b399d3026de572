#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The part of the protocol that the measuring clients need.
namespace rostrum::bench {

// The chair's commands, each with its number, framed in Protocol Buffers as the tablet does.

[[nodiscard]] std::string open_meeting(std::uint64_t number, std::string_view meeting);
[[nodiscard]] std::string next(std::uint64_t number);
/// A different notice for each number.
[[nodiscard]] std::string notice(std::uint64_t number);

/// Whether this is a Changed, in either encoding.
[[nodiscard]] bool is_change(std::string_view message);
struct Step {
    /// 0 if the message contains the whole room.
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    friend bool operator==(const Step&, const Step&) = default;
};
/// The previous and the new revision of a Changed.
[[nodiscard]] Step step_of_change(std::string_view message);
/// The revision of an Accepted in Protocol Buffers; 0 for any other message.
[[nodiscard]] std::uint64_t revision_of_accepted(std::string_view message);

}  // namespace rostrum::bench
