#pragma once

#include <string>
#include <string_view>

namespace rostrum::store {

/// The 32 bytes of the SHA-256 hash.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace rostrum::store
