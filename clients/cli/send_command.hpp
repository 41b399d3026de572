#pragma once

#include <string>
#include <string_view>

#include "cli/target.hpp"

namespace rostrum::cli {

/// The server's answer to a command.
struct Answer {
    bool accepted = false;
    /// `Accepted: revision 12.`, or the sentence of the refusal.
    std::string sentence;
};

/// Sends a command, as JSON or as a short word, and waits for the answer.
/// @throws Unusable, Unreachable, NotAdmitted
[[nodiscard]] Answer send_command(const Target& target, std::string_view text);

}  // namespace rostrum::cli
