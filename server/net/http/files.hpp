#pragma once

#include "net/assets.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// Serves a file of the screens, in gzip if available and accepted. A folder serves its index.html;
/// without a trailing `/` it redirects there.
[[nodiscard]] Response file(const Assets& assets, const Request& request);

}  // namespace rostrum::net::http
