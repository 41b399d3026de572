#include "net/http/authorize.hpp"

#include <algorithm>

#include "net/http/admission.hpp"
#include "net/http/problem.hpp"

namespace rostrum::net::http {

std::variant<AuthorizedRoom, Response> authorize(Context& context, const Request& request,
                                                 const RoomId& room) {
    const auto grant = grant_of(context, request);
    if (!grant) return no_token();
    if (grant->room != room)
        return problem(403, "NOT_ADMITTED", "This token does not open this room.");
    const OpenRoom* open = context.find(room);
    if (open == nullptr) return problem(404, "NOT_FOUND", "There is no such room here.");
    return AuthorizedRoom{*open, grant->role, *grant};
}

std::variant<AuthorizedRoom, Response> authorize_as(std::initializer_list<Role> roles,
                                                    Context& context, const Request& request,
                                                    const RoomId& room) {
    auto outcome = authorize(context, request, room);
    const auto* authorized = std::get_if<AuthorizedRoom>(&outcome);
    if (authorized != nullptr &&
        std::find(roles.begin(), roles.end(), authorized->role) == roles.end())
        return not_for_this_role();
    return outcome;
}

std::variant<RoomId, Response> room_of_the_secretariat(Context& context, const Request& request) {
    const auto grant = grant_of(context, request);
    if (!grant) return no_token();
    if (grant->role != Role::secretariat || context.find(grant->room) == nullptr)
        return problem(403, "NOT_ADMITTED", "Only the secretariat may do this.");
    return grant->room;
}

Response not_for_this_role() {
    return problem(403, "NOT_PERMITTED", "This token's role may not read this.");
}

}  // namespace rostrum::net::http
