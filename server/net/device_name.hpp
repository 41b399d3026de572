#pragma once

#include <string>
#include <string_view>

namespace rostrum::net {

/// A device's own name, cleaned for the record: trimmed, at most 64 characters; empty if it is not
/// one line of well-formed UTF-8.
[[nodiscard]] std::string device_name(std::string_view reported);

}  // namespace rostrum::net
