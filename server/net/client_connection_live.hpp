#pragma once

#include "net/client_connection.hpp"

namespace rostrum::net {

/// A request that upgrades to a live connection.
struct ClientConnection::Upgrade {
    http::BeastRequest request;
    RoomId room;
    wire::Encoding encoding;
};

}  // namespace rostrum::net
