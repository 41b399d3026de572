#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "floor/actor.hpp"
#include "floor/ids.hpp"

namespace rostrum::app {

/// The link of one role into one room.
struct Link {
    Role role{};
    std::string url;
};

/// In the order of printing.
[[nodiscard]] const std::vector<Role>& all_roles();

/// `http://192.0.2.1:8080/chair/#room=xxvii&token=…`: the token is in the fragment, which browsers
/// never send.
[[nodiscard]] std::string link_url(std::string_view public_url, Role role, const RoomId& room,
                                   std::string_view token);

/// Prints QR codes, two side by side, then the links: a terminal shows the end, so the links come
/// last.
/// @param colours use the terminal's colours, so that the codes are light on dark everywhere.
void print_links(std::ostream& out, const std::vector<Link>& links, bool colours);

}  // namespace rostrum::app
