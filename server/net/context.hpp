#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "chamber/chamber.hpp"
#include "chamber/ports.hpp"
#include "chamber/screen_registry.hpp"
#include "net/assets.hpp"
#include "net/crowd.hpp"
#include "net/forwarded.hpp"
#include "net/guesses.hpp"
#include "net/hall.hpp"
#include "net/limits.hpp"
#include "net/metrics.hpp"
#include "net/pairing.hpp"
#include "net/roster.hpp"
#include "net/tls/identity.hpp"

namespace rostrum::net {

class Readers;

/// A served room: its writer publishes to its fan-out.
struct OpenRoom {
    chamber::Chamber& chamber;
    Hall& hall;
};

/// The link, or why there is none now.
using FloorLinkTold = std::function<void(const std::variant<std::string, chamber::Unavailable>&)>;

/// What all connections of a server share.
struct Context {
    std::map<RoomId, OpenRoom> rooms;
    chamber::Credentials& credentials;
    /// The paired screens.
    chamber::ScreenRegistry& screens;
    chamber::Clock& clock;
    const Assets& assets;
    std::string log_id;
    std::string version;
    /// Whether the log can be written.
    std::function<bool()> ready;
    /// Receives, as a sentence, each internal fault that ended a connection.
    std::function<void(std::string_view)> trouble;
    Limits limits{};
    /// The server's certificate and key; null if it speaks plain HTTP. A new identity applies to
    /// new connections; existing ones keep theirs.
    std::shared_ptr<const TlsIdentity> tls{};
    /// The reverse proxies whose forwarding headers are trusted.
    TrustedProxies proxies{};
    /// Makes the link by which a room's Missions ask for the floor, under the origin
    /// (`https://floor.example`) that a trusted proxy reported; under the server's own if that is
    /// empty. May answer later, once the link is stored. Null if the server gives out no links.
    std::function<void(const RoomId&, std::string origin, FloorLinkTold)> floor_link{};
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    bool stopping = false;
    // Shared, because an answer may arrive after the server is destroyed.
    /// Never null.
    std::shared_ptr<Pairings> pairings;
    std::shared_ptr<Crowd> crowd = std::make_shared<Crowd>();
    std::shared_ptr<Guesses> guesses = std::make_shared<Guesses>();
    /// Null until the first live connection.
    std::shared_ptr<Readers> readers{};
    std::shared_ptr<Roster> roster = std::make_shared<Roster>();
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();

    /// nullptr if this server does not serve the room.
    [[nodiscard]] const OpenRoom* find(const RoomId& room) const {
        const auto found = rooms.find(room);
        return found == rooms.end() ? nullptr : &found->second;
    }
};

}  // namespace rostrum::net
