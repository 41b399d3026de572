#pragma once

#include <variant>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// The room that the request's token opens, and the role that it grants.
struct Entry {
    const OpenRoom& room;
    Role role;
};

/// Or the reason that it opens none.
[[nodiscard]] std::variant<Entry, Response> enter(Context& context, const Request& request,
                                                  const RoomId& room);

}  // namespace rostrum::net::http
