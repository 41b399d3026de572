#pragma once

#include <optional>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// What the request's token opens; counts one that opens nothing.
[[nodiscard]] std::optional<chamber::Grant> grant_of(Context& context, const Request& request);

/// To a request without a token that is valid.
[[nodiscard]] Response no_token();

}  // namespace rostrum::net::http
