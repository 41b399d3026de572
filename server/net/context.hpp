#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/programme.hpp"
#include "net/address_quota.hpp"
#include "net/assets.hpp"
#include "net/card_guesses.hpp"
#include "net/connection_registry.hpp"
#include "net/fanout.hpp"
#include "net/forwarded.hpp"
#include "net/http/host_names.hpp"
#include "net/limits.hpp"
#include "net/long_tasks.hpp"
#include "net/metrics.hpp"
#include "net/pairing.hpp"
#include "net/phones.hpp"
#include "net/screen_watch.hpp"
#include "net/server_list.hpp"
#include "net/tls/identity.hpp"
#include "net/token_guess_limiter.hpp"
#include "rooms/card_registry.hpp"
#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"
#include "rooms/screen_registry.hpp"

namespace rostrum::net {

class LongMessages;
class WebSocketReaderPool;

/// A served room: its writer publishes to its fan-out.
struct OpenRoom {
    rooms::RoomWriter& writer;
    Fanout& fanout;
};

/// The link, or why there is none now.
using RequestLinkDone = std::function<void(const std::variant<std::string, rooms::Unavailable>&)>;

/// The new room, or why there is none.
using FoundRoomDone = std::function<void(const std::variant<OpenRoom, Refusal>&)>;

/// What all connections of a server share.
struct Context {
    std::map<RoomId, OpenRoom> rooms;
    rooms::Credentials& credentials;
    /// The paired screens.
    rooms::ScreenRegistry& screens;
    rooms::Clock& clock;
    const Assets& assets;
    std::string log_id;
    std::string version;
    /// Why the log cannot be written now, as a sentence; nullopt if it can.
    std::function<std::optional<std::string>()> log_fault;
    /// Receives, as a sentence, each internal fault that ended a connection.
    std::function<void(std::string_view)> report_problem;
    Limits limits{};
    /// The server's certificate and key; null if it speaks plain HTTP. A new identity applies to
    /// new connections; existing ones keep theirs.
    std::shared_ptr<const TlsIdentity> tls{};
    /// The names of this server, in addition to those of its certificate.
    http::HostNames host_names{};
    /// The reverse proxies whose forwarding headers are trusted.
    TrustedProxies proxies{};
    /// Makes the link by which a room's Missions ask for the floor, under the origin
    /// (`https://floor.example`) that a trusted proxy reported; under the server's own if that is
    /// empty. May answer later, once the link is stored. Null if the server gives out no links.
    std::function<void(const RoomId&, std::string origin, RequestLinkDone)> request_link{};
    /// Founds an empty room whose id no room has. Null if the server makes no rooms.
    std::function<void(PlannedRoom, FoundRoomDone)> found_room{};
    /// The cards; null if the server has none.
    rooms::CardRegistry* cards = nullptr;
    /// Makes the link of a room that opens with this token, under an origin as above.
    std::function<std::string(const RoomId&, std::string origin, std::string_view token)>
        card_link{};
    /// The header in which a trusted proxy says who signed on, of the house's own sign-on; empty
    /// without one.
    std::string identity_header{};
    /// The addresses by which browsers reach the servers of this record, this one's first: those
    /// that are down too, since a page may only connect to servers that it knew when it was loaded.
    /// Asked every `Limits::check_timeouts_every`. Null or empty if there is one server.
    std::function<std::vector<std::string>()> server_addresses{};
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    bool stopping = false;
    /// As last asked for.
    ServerList servers{};
    // Shared, because an answer may arrive after the server is destroyed.
    /// Never null.
    std::shared_ptr<Pairings> pairings;
    std::shared_ptr<AddressQuota> address_quota = std::make_shared<AddressQuota>();
    std::shared_ptr<TokenGuessLimiter> guess_limiter = std::make_shared<TokenGuessLimiter>();
    std::shared_ptr<CardGuesses> card_guesses = std::make_shared<CardGuesses>();
    /// Null in tests that call the handlers themselves: those then do the work at once.
    std::shared_ptr<LongTasks> long_tasks{};
    /// Null in such tests too.
    std::shared_ptr<LongMessages> long_messages{};
    /// Null until the first live connection.
    std::shared_ptr<WebSocketReaderPool> reader_pool{};
    std::shared_ptr<ConnectionRegistry> connections = std::make_shared<ConnectionRegistry>();
    /// Null in such tests too.
    std::shared_ptr<ScreenWatch> screen_watch{};
    Phones phones{};
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();

    /// nullptr if this server does not serve the room.
    [[nodiscard]] const OpenRoom* find(const RoomId& room) const {
        const auto found = rooms.find(room);
        return found == rooms.end() ? nullptr : &found->second;
    }
};

}  // namespace rostrum::net
