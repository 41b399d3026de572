#pragma once

#include <functional>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

using Reply = std::function<void(Response)>;

/// Answers a request by calling `reply` once: at once, or when a command is durable. Never calls it
/// if the room's writer is destroyed first.
void answer(Context& context, const Request& request, Reply reply);

}  // namespace rostrum::net::http
