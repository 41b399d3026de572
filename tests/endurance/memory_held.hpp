#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <malloc.h>

namespace rostrum::endurance {

/// Allocated memory of the process, in bytes.
inline std::size_t memory_held() {
    const struct mallinfo2 held = mallinfo2();
    return held.uordblks + held.hblkhd;
}

inline std::ptrdiff_t descriptors_held() {
    using Entries = std::filesystem::directory_iterator;
    return std::distance(Entries("/proc/self/fd"), Entries());
}

}  // namespace rostrum::endurance
