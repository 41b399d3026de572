#pragma once

#include <cstdlib>
#include <filesystem>

namespace rostrum::bench {

/// The program that is tested.
inline std::filesystem::path program_file() {
    return std::getenv("ROSTRUM_PROGRAM");
}

/// One number for the ordinary suite, another for the full length (ROSTRUM_THOROUGH=1).
template <class T>
T ordinary_or_thorough(T ordinary, T thorough) {
    return std::getenv("ROSTRUM_THOROUGH") == nullptr ? ordinary : thorough;
}

}  // namespace rostrum::bench
