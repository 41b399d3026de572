#pragma once

#include "net/peer.hpp"

namespace rostrum::net {

/// A request that upgrades to a live connection.
struct Peer::Upgrade {
    http::BeastRequest request;
    RoomId room;
    wire::Encoding encoding;
};

}  // namespace rostrum::net
