#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "floor/actor.hpp"
#include "floor/ids.hpp"

namespace rostrum::app {

/// The way of one role into one room.
struct Link {
    Role role{};
    std::string url;
};

/// In the order in which they are printed.
[[nodiscard]] const std::vector<Role>& all_roles();

/// `http://192.0.2.1:8080/chair/#room=xxvii&token=…`: the token stands behind the #, which no
/// browser sends anywhere.
[[nodiscard]] std::string link_url(std::string_view public_url, Role role, const RoomId& room,
                                   std::string_view token);

/// Codes to point a tablet at, two beside one another, then the same as links: the links come last,
/// because the end is what stands on a terminal when all is printed.
/// @param colours the terminal's own, so that the codes are light on dark on every one.
void print_links(std::ostream& out, const std::vector<Link>& links, bool colours);

}  // namespace rostrum::app
