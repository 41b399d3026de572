#pragma once

#include <optional>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// Returns what the request's token grants; counts a rejected one.
[[nodiscard]] std::optional<rooms::Grant> grant_of(Context& context, const Request& request);

/// The answer to a request without a valid token.
[[nodiscard]] Response no_token();

}  // namespace rostrum::net::http
