#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>

#ifdef ROSTRUM_SANITIZED
/// The sanitizer's own; its header does not come with the compiler.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

namespace rostrum::endurance {

/// What the process has asked for and not given back, in bytes.
inline std::size_t memory_held() {
#ifdef ROSTRUM_SANITIZED
    return __sanitizer_get_current_allocated_bytes();
#else
    const struct mallinfo2 held = mallinfo2();
    return held.uordblks + held.hblkhd;
#endif
}

inline std::ptrdiff_t descriptors_held() {
    using Entries = std::filesystem::directory_iterator;
    return std::distance(Entries("/proc/self/fd"), Entries());
}

}  // namespace rostrum::endurance
