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

/// A room that is served: its chamber publishes to its hall.
struct OpenRoom {
    chamber::Chamber& chamber;
    Hall& hall;
};

/// The link, or why there is none now.
using FloorLinkTold = std::function<void(const std::variant<std::string, chamber::Unavailable>&)>;

/// What every connection of a server stands on.
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
    /// Told, in a sentence, of a fault of the server that has ended a connection.
    std::function<void(std::string_view)> trouble;
    Limits limits{};
    /// Who the server is over TLS; empty where plain HTTP is spoken. Connections that come from now
    /// on are shown this one, those that are there keep theirs.
    std::shared_ptr<const TlsIdentity> tls{};
    /// The reverse proxies that are believed when they tell whom they forward.
    TrustedProxies proxies{};
    /// Tells where a room's Missions ask for the floor, under the address (`https://floor.example`)
    /// by which the server was asked, where a proxy has told it; empty without one. Possibly late,
    /// when that is recorded. None where no links are given out.
    std::function<void(const RoomId&, std::string origin, FloorLinkTold)> floor_link{};
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    bool stopping = false;
    // Shared, because an answer may come when the server is gone.
    /// Never null.
    std::shared_ptr<Pairings> pairings;
    std::shared_ptr<Crowd> crowd = std::make_shared<Crowd>();
    std::shared_ptr<Guesses> guesses = std::make_shared<Guesses>();
    /// None as long as there was no live connection.
    std::shared_ptr<Readers> readers{};
    std::shared_ptr<Roster> roster = std::make_shared<Roster>();
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();

    /// None where the room is not served here.
    [[nodiscard]] const OpenRoom* find(const RoomId& room) const {
        const auto found = rooms.find(room);
        return found == rooms.end() ? nullptr : &found->second;
    }
};

}  // namespace rostrum::net
