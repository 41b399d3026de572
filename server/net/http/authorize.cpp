#include "net/http/authorize.hpp"

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

}  // namespace rostrum::net::http
