#pragma once

#include <chrono>
#include <string>

#include <sys/types.h>

namespace rostrum::bench {

/// Pins this thread, and what it starts later, to one of its allowed processors: the first, the
/// second … If there are fewer, to the last.
/// @throws std::system_error
void pin_to_processor(unsigned number);

/// Yields the processor to other threads from now on.
void lower_priority();

/// The processor time of all threads of a process.
/// @throws std::runtime_error if the process does not exist.
[[nodiscard]] std::chrono::nanoseconds processor_time(pid_t process);

/// `2 × Model of the processor, Linux 6.1.0`
[[nodiscard]] std::string machine();

}  // namespace rostrum::bench
