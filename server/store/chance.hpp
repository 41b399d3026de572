#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace rostrum::store {

/// Gives that many random bytes. Called from any thread.
using Chance = std::function<std::string(std::size_t)>;

/// Fit for secrets.
[[nodiscard]] Chance system_chance();

}  // namespace rostrum::store
