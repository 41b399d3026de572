#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/display_settings.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/permissions.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "floor/scene.hpp"

/// The messages of a live connection: proto/rostrum/v1/live.proto, in the words of the rules.
namespace rostrum::wire {

/// The two subprotocols.
enum class Encoding : std::uint8_t { protobuf, json };

struct Seen {
    std::string log_id;
    Revision revision;
    /// Room::acts_hash; 0 from a client that does not know it.
    std::uint64_t acts_hash = 0;
};
struct Hello {
    std::string token;
    std::string device;
    std::optional<Seen> seen;
    bool watches_screens = false;
};
struct SentCommand {
    CommandId id;
    Command command;
};
struct TimeSync {
    double client_ms = 0;
};
/// What a screen says that it shows.
struct Shows {
    bool visible = false;
    /// nullopt: not a display.
    std::optional<Scene> scene;
    std::optional<DisplayMode> display;
    /// The plate that a speaker's phone stands for; empty for others.
    std::string delegation;
    /// 0: none. Of the chair and the secretariat, the last words that it has shown.
    std::uint64_t signal = 0;
    std::uint64_t notice = 0;
    friend auto operator<=>(const Shows&, const Shows&) = default;
};
using ClientMessage = std::variant<Hello, SentCommand, TimeSync, Shows>;

/// A message that is not of the protocol, or breaks a limit.
struct Malformed {
    /// The command's id, if it could be read.
    CommandId command;
    Sentence reason;
};

/// Accepts any bytes. A command without a valid id is malformed.
/// @pre fewer than 2 GiB: the caller bounds what it accepts.
[[nodiscard]] std::variant<ClientMessage, Malformed> read_client_message(Encoding encoding,
                                                                         std::string_view bytes);
/// One Command, as POSTed (always JSON).
[[nodiscard]] std::variant<SentCommand, Malformed> read_command(std::string_view json);

/// Encodes a room as one view sees it: the fields of rostrum.v1.Room in order, each on its own.
/// Empty for a section that the view may not see.
[[nodiscard]] std::vector<std::string> write_sections(Encoding encoding, View view,
                                                      const Room& room);
/// Some of them, or all.
using Sections = std::vector<std::string_view>;

struct Welcome {
    Role role{};
    std::string_view log_id;
    Revision revision;
    double server_unix_ms = 0;
    std::string_view server_version;
    /// nullptr if the client already holds this revision.
    const Sections* room = nullptr;
    std::uint64_t acts_hash = 0;
    /// What the server calls the client.
    std::string_view device{};
    std::optional<CardHolder> holder = std::nullopt;
    /// The client itself, if it is a phone that waits or is shut out; otherwise nullptr.
    const Phone* phone = nullptr;
    /// The servers of the record, by their origins; empty or nullptr if there is one.
    const std::vector<std::string>* servers = nullptr;
};
[[nodiscard]] std::string write_welcome(Encoding encoding, const Welcome& welcome);
/// Every screen receives every revision: without sections if its view sees nothing of the change.
[[nodiscard]] std::string write_changed(Encoding encoding, Revision previous, Revision revision,
                                        std::uint64_t acts_hash, const Sections& sections);
[[nodiscard]] std::string write_accepted(Encoding encoding, const CommandId& id, Revision revision);
[[nodiscard]] std::string write_refused(Encoding encoding, const CommandId& id,
                                        const Refusal& refusal);
/// The servers of the record have changed.
[[nodiscard]] std::string write_servers(Encoding encoding, const std::vector<std::string>& origins);
/// To a delegation's phone: whether it may ask.
[[nodiscard]] std::string write_phone(Encoding encoding, const Phone& phone);
[[nodiscard]] std::string write_time_sync_reply(Encoding encoding, double client_ms,
                                                double server_unix_ms);
enum class GoodbyeReason : std::uint8_t {
    stopping,
    lagging,
    /// The secretariat has reassigned the screen: see the Assigned before this.
    assigned,
    /// The token is no longer valid.
    revoked,
};
[[nodiscard]] std::string write_goodbye(Encoding encoding, GoodbyeReason reason);

/// Where a screen is to reconnect: another room or role.
struct Elsewhere {
    std::string_view token;
    RoomId room;
    Role role{};
};
/// The secretariat's settings for a screen.
struct Assigned {
    std::string_view name;
    /// nullopt for a screen that is not a display.
    std::optional<Scene> scene;
    /// nullopt: it stays where it is.
    std::optional<Elsewhere> elsewhere;
};
[[nodiscard]] std::string write_assigned(Encoding encoding, const Assigned& assigned);
/// Shows the screen's name on it for a moment.
[[nodiscard]] std::string write_identify(Encoding encoding, std::string_view name,
                                         Duration shown_for);

/// Screens of one role that show the same.
struct AlikeScreens {
    Role role{};
    std::uint32_t count = 0;
    /// nullopt if they have not said what they show.
    std::optional<Shows> shows;
};
[[nodiscard]] std::string write_screens(Encoding encoding, const std::vector<AlikeScreens>& alike);

}  // namespace rostrum::wire
