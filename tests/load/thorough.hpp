#pragma once

#include <cstdlib>

namespace rostrum::load {

/// One number for the ordinary suite, another for the full length (ROSTRUM_THOROUGH=1).
template <class T>
T ordinary_or_thorough(T ordinary, T thorough) {
    return std::getenv("ROSTRUM_THOROUGH") == nullptr ? ordinary : thorough;
}

}  // namespace rostrum::load
