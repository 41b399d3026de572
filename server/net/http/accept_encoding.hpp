#pragma once

#include <string_view>

namespace rostrum::net::http {

/// Whether an Accept-Encoding header accepts gzip. A missing or empty one does not.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

}  // namespace rostrum::net::http
