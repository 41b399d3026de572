#pragma once

#include <string>
#include <string_view>

namespace rostrum::net::http {

/// Percent-decodes; leaves a broken escape as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// Returns the decoded value of a name in `a=1&b=2`; empty if the name is missing.
[[nodiscard]] std::string query_value(std::string_view query, std::string_view name);

}  // namespace rostrum::net::http
