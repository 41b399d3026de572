#pragma once

#include <functional>
#include <string>

#include "cli/target.hpp"

namespace rostrum::cli {

/// Whom the watcher tells, one line at a time.
struct WatchOutput {
    /// The room as it stands now, or a message of the server as it came.
    std::function<void(const std::string&)> line;
    /// What happens to the connection.
    std::function<void(const std::string&)> remark;
};

enum class WatchForm {
    /// room_line() whenever the room changes.
    words,
    /// Every message of the server as it came, in JSON.
    messages,
};

/// Follows a room until the process is ended; a connection that is lost is made again.
/// @throws NotAdmitted if the token opens nothing there, Unusable if there is no such room.
[[noreturn]] void watch(const Target& target, WatchForm form, const WatchOutput& output);

}  // namespace rostrum::cli
