#pragma once

#include "net/http/api.hpp"

namespace rostrum::net::http {

/// Makes an empty room, for the secretariat of any room: it opens the new one as its secretariat,
/// and nobody else does.
void found_room(Context& context, const Request& request, Reply reply);

}  // namespace rostrum::net::http
