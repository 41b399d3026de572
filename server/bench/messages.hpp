#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// As much of the protocol as the measuring clients understand.
namespace rostrum::bench {

/// A command as a frame of JSON, by a number of its own.
/// @param act its name and what it says: `"next":{}`
[[nodiscard]] std::string command(std::uint64_t number, std::string_view act);
/// The chair's command to show a notice, another one for each number.
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
/// Of an Accepted in JSON: the revision that it made; 0 of any other message.
[[nodiscard]] std::uint64_t revision_of_accepted(std::string_view message);

}  // namespace rostrum::bench
