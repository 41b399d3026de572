#pragma once

namespace rostrum::app {

/// Sends the log to standard error. Never waits for its reader: drops lines that nobody reads,
/// and says later how many.
void log_to_stderr();

}  // namespace rostrum::app
