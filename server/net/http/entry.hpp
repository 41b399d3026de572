#pragma once

#include <variant>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// A room that the request's token opens, and in which role.
struct Entry {
    const OpenRoom& room;
    Role role;
};

/// Or why it does not.
[[nodiscard]] std::variant<Entry, Response> enter(Context& context, const Request& request,
                                                  const RoomId& room);

}  // namespace rostrum::net::http
