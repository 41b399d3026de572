#pragma once

#include <functional>
#include <string>

#include "cli/target.hpp"

namespace rostrum::cli {

/// Receives what the watcher prints, one line at a time.
struct WatchOutput {
    /// The room now, or the server's message unchanged.
    std::function<void(const std::string&)> line;
    /// Remarks on the connection.
    std::function<void(const std::string&)> remark;
};

enum class WatchForm {
    /// room_line() whenever the room changes.
    words,
    /// Every message of the server, unchanged, in JSON.
    messages,
};

/// Follows a room until the process ends; reconnects when the connection is lost.
/// @throws NotAdmitted if the server rejects the token, Unusable if there is no such room.
[[noreturn]] void watch(const Target& target, WatchForm form, const WatchOutput& output);

}  // namespace rostrum::cli
