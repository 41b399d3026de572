#pragma once

#include <string>
#include <string_view>

#include "cli/target.hpp"

namespace rostrum::cli {

struct HttpAnswer {
    unsigned status = 0;
    std::string body;
};

/// Sends one request, with the token as bearer; a body makes it a POST of JSON.
/// @throws Unreachable if no whole answer comes within 10 s, NotAdmitted if the token is rejected.
[[nodiscard]] HttpAnswer http_request(const Target& target, std::string_view path,
                                      std::string_view body = {});

}  // namespace rostrum::cli
