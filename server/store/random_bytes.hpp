#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace rostrum::store {

/// Returns this many random bytes. May be called from any thread.
using RandomBytes = std::function<std::string(std::size_t)>;

/// Cryptographically secure.
[[nodiscard]] RandomBytes system_random_bytes();

}  // namespace rostrum::store
