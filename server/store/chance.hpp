#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace rostrum::store {

/// Returns so many random bytes. May be called from any thread.
using Chance = std::function<std::string(std::size_t)>;

/// Cryptographically secure.
[[nodiscard]] Chance system_chance();

}  // namespace rostrum::store
