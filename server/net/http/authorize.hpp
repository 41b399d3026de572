#pragma once

#include <variant>

#include "net/context.hpp"
#include "net/http/message.hpp"

namespace rostrum::net::http {

/// The room that the request's token opens, and the role that it grants.
struct AuthorizedRoom {
    const OpenRoom& room;
    Role role;
    rooms::Grant grant;
};

/// Or the reason that it opens none.
[[nodiscard]] std::variant<AuthorizedRoom, Response> authorize(Context& context,
                                                               const Request& request,
                                                               const RoomId& room);

}  // namespace rostrum::net::http
