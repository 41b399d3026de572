#pragma once

#include <string_view>

namespace rostrum::net::http {

/// Whether an Accept-Encoding takes gzip. One that was not sent, or is empty, does not.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

}  // namespace rostrum::net::http
