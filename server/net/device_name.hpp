#pragma once

#include <string>
#include <string_view>

namespace rostrum::net {

/// What a device calls itself, fit for the record: without surrounding blanks, at most 64
/// characters; empty if it is no line of well-formed UTF-8.
[[nodiscard]] std::string device_name(std::string_view told);

}  // namespace rostrum::net
