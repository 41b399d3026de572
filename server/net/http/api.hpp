#pragma once

#include <functional>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

using Reply = std::function<void(Response)>;

/// Answers a request, calling `reply` once: possibly from within, possibly when a command is
/// durable, never if the chamber is destroyed first.
void answer(Context& context, const Request& request, Reply reply);

}  // namespace rostrum::net::http
