#pragma once

namespace rostrum::app {

/// Protects names and tokens that the process holds: makes new files private to its user, disables
/// core dumps, and keeps other processes of that user from reading its memory.
/// @throws std::system_error if the system refuses.
void harden_process();

}  // namespace rostrum::app
