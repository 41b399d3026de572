#pragma once

#include <initializer_list>
#include <optional>
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

/// The same, if the token opens the room in one of these roles.
[[nodiscard]] std::variant<AuthorizedRoom, Response> authorize_as(std::initializer_list<Role> roles,
                                                                  Context& context,
                                                                  const Request& request,
                                                                  const RoomId& room);

/// The room whose secretariat the request comes from, or why it does not come from any.
[[nodiscard]] std::variant<RoomId, Response> room_of_the_secretariat(Context& context,
                                                                     const Request& request);

[[nodiscard]] Response not_for_this_role();

}  // namespace rostrum::net::http
