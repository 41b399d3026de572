#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "floor/ids.hpp"

/// The server's addresses: one table, in routes.cpp.
namespace rostrum::net::http {

/// No files are served under it.
inline constexpr std::string_view interface_prefix = "/api/";

enum class Endpoint {
    lobby,
    snapshot,
    commands,
    live,
    access,
    fit,
    list_order,
    request_link,
    programme,
    run_sheet,
    preview,
    figures,
    record,
    pairings,
    pairing,
    screens,
    screen,
    identify,
    cards,
    revoke_cards,
    open_card,
    sign_on,
    healthz,
    readyz,
    metrics,
    /// Any other address: a file of the screens, if there is one.
    file,
};

struct MatchedRoute {
    Endpoint endpoint{};
    /// The room that the address names, if any.
    RoomId room;
    /// The id that the address names, if any; not checked.
    std::string screen{};
};
struct NoSuchAddress {};
struct WrongMethod {
    /// The methods that the address supports, for the Allow header.
    std::string_view allowed;
};

[[nodiscard]] std::variant<MatchedRoute, NoSuchAddress, WrongMethod> route(std::string_view method,
                                                                           std::string_view path);

}  // namespace rostrum::net::http
