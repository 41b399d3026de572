#pragma once

#include <cstdlib>
#include <filesystem>

namespace rostrum::bench {

/// The program under test.
inline std::filesystem::path program_file() {
    return std::getenv("ROSTRUM_PROGRAM");
}

/// The first value normally, the second at full length (ROSTRUM_THOROUGH=1).
template <class T>
T ordinary_or_thorough(T ordinary, T thorough) {
    return std::getenv("ROSTRUM_THOROUGH") == nullptr ? ordinary : thorough;
}

}  // namespace rostrum::bench
