#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "floor/ids.hpp"

/// The addresses of the server: one table, in routes.cpp.
namespace rostrum::net::http {

enum class Endpoint {
    lobby,
    snapshot,
    commands,
    live,
    access,
    fit,
    floor_link,
    programme,
    preview,
    figures,
    record,
    pairings,
    pairing,
    screens,
    screen,
    identify,
    healthz,
    readyz,
    metrics,
    /// Whatever is no address of the interface: a file of the screens, if there is one.
    file,
};

struct Found {
    Endpoint endpoint{};
    /// Of the addresses that name one.
    RoomId room;
    /// Of the addresses that name one: any plain id.
    std::string screen{};
};
struct NoSuchAddress {};
struct WrongMethod {
    /// The methods that this address knows, for the Allow header.
    std::string_view allowed;
};

[[nodiscard]] std::variant<Found, NoSuchAddress, WrongMethod> route(std::string_view method,
                                                                    std::string_view path);

}  // namespace rostrum::net::http
