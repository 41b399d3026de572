#pragma once

#include <string_view>

#include "net/assets.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// Serves a file of the screens, in gzip if available and accepted. A folder serves its index.html;
/// without a trailing `/` it redirects there.
/// @param etag_suffix distinguishes answers whose headers differ.
[[nodiscard]] Response file(const Assets& assets, const Request& request,
                            std::string_view etag_suffix = {});

}  // namespace rostrum::net::http
