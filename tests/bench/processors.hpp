#pragma once

#include <chrono>
#include <string>

#include <sys/types.h>

namespace rostrum::bench {

/// Keeps this thread, and what it starts from here on, to one of the processors that it may use:
/// the first, the second … If there are fewer, to the last of them.
/// @throws std::system_error
void pin_to_processor(unsigned number);

/// From here on this thread leaves its processor to others who want it.
void lower_priority();

/// What a process has used of the processors, all its threads together.
/// @throws std::runtime_error where there is no such process.
[[nodiscard]] std::chrono::nanoseconds processor_time(pid_t process);

/// `2 × Model of the processor, Linux 6.1.0`
[[nodiscard]] std::string machine();

}  // namespace rostrum::bench
