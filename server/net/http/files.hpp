#pragma once

#include "net/assets.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// A file of the screens, compressed where it is held so and the sender takes that. A folder is its
/// index.html; without its last `/` it is redirected there.
[[nodiscard]] Response file(const Assets& assets, const Request& request);

}  // namespace rostrum::net::http
