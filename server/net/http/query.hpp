#pragma once

#include <string>
#include <string_view>

namespace rostrum::net::http {

/// With its %41 as letters; a broken escape stays as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// Of `a=1&b=2`, decoded; empty where the name does not stand in it.
[[nodiscard]] std::string query_value(std::string_view query, std::string_view name);

}  // namespace rostrum::net::http
