#pragma once

namespace rostrum::app {

/// Protects names and tokens that the process holds: makes new files private to its user, disables
/// core dumps, and keeps other processes of that user from reading its memory.
/// @throws std::system_error if the system refuses.
void harden_process();

/// Lets the process open as many files as the system permits: shells often start it with 1,024.
void raise_descriptor_limit();

}  // namespace rostrum::app
