#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// As much of the protocol as the measuring clients understand.
namespace rostrum::bench {

// The chair's commands, by a number of its own each, as the tablet frames them: in Protocol
// Buffers.

[[nodiscard]] std::string open_meeting(std::uint64_t number, std::string_view meeting);
[[nodiscard]] std::string next(std::uint64_t number);
/// Another one for each number.
[[nodiscard]] std::string notice(std::uint64_t number);

/// Whether this is a Changed, in either encoding.
[[nodiscard]] bool is_change(std::string_view message);
struct Step {
    /// 0 where everything is told.
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    friend bool operator==(const Step&, const Step&) = default;
};
/// Of a Changed: the revisions between which it leads.
[[nodiscard]] Step step_of_change(std::string_view message);
/// Of an Accepted in Protocol Buffers: the revision that it made; 0 of any other message.
[[nodiscard]] std::uint64_t revision_of_accepted(std::string_view message);

}  // namespace rostrum::bench
