#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// As much of the protocol as the measuring clients understand.
namespace rostrum::bench {

/// The chair's command to show a notice, another one for each number, as a frame of JSON.
[[nodiscard]] std::string notice(std::uint64_t number);

/// Whether this is a Changed, in either encoding.
[[nodiscard]] bool is_change(std::string_view message);
/// Of a Changed: the revision that it leads to.
[[nodiscard]] std::uint64_t revision_of_change(std::string_view message);
/// Of an Accepted in JSON: the revision that it made; 0 of any other message.
[[nodiscard]] std::uint64_t revision_of_accepted(std::string_view message);

}  // namespace rostrum::bench
