#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "floor/actor.hpp"
#include "floor/command.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/permissions.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "floor/scene.hpp"
#include "floor/sections.hpp"

/// The messages of a live connection: proto/rostrum/v1/live.proto, in the words of the rules.
namespace rostrum::wire {

/// The two subprotocols.
enum class Encoding : std::uint8_t { protobuf, json };

struct Seen {
    std::string log_id;
    Revision revision;
};
struct Hello {
    std::string token;
    std::string device;
    std::optional<Seen> seen;
};
struct SentCommand {
    CommandId id;
    Command command;
};
struct TimeSync {
    double client_ms = 0;
};
using ClientMessage = std::variant<Hello, SentCommand, TimeSync>;

/// A message that is not of the protocol, or breaks a limit.
struct Malformed {
    /// Of the command that it was, where so much could be read.
    CommandId command;
    /// A sentence.
    std::string reason;
};

/// Whatever the bytes are, it answers; a command without an id that fits is malformed.
/// @pre fewer than 2 GiB: how much is taken from a stranger is the caller's to bound.
[[nodiscard]] std::variant<ClientMessage, Malformed> read_client_message(Encoding encoding,
                                                                         std::string_view bytes);
/// One Command, as POSTed (always JSON).
[[nodiscard]] std::variant<SentCommand, Malformed> read_command(std::string_view json);

struct Welcome {
    Role role{};
    std::string_view log_id;
    double server_unix_ms = 0;
    std::string_view server_version;
    /// The client holds this revision already: the room itself is left out.
    bool room_is_held = false;
};
[[nodiscard]] std::string write_welcome(Encoding encoding, const Welcome& welcome,
                                        const Room& room);
/// The sections as far as this view may see them. Revisions go on for everybody without a gap, so
/// where it may see none of them, it is told of a change in which nothing changed.
[[nodiscard]] std::string write_changed(Encoding encoding, View view, Revision previous,
                                        const Room& room, Sections sections);
[[nodiscard]] std::string write_accepted(Encoding encoding, const CommandId& id, Revision revision);
[[nodiscard]] std::string write_refused(Encoding encoding, const CommandId& id,
                                        const Refusal& refusal);
[[nodiscard]] std::string write_time_sync_reply(Encoding encoding, double client_ms,
                                                double server_unix_ms);
enum class GoodbyeReason : std::uint8_t {
    stopping,
    lagging,
    /// The secretariat has sent the screen elsewhere: see the Assigned before it.
    assigned,
    /// The token opens nothing any more.
    revoked,
};
[[nodiscard]] std::string write_goodbye(Encoding encoding, GoodbyeReason reason);

/// Where a screen is to go: another room, or another role.
struct Elsewhere {
    std::string_view token;
    RoomId room;
    Role role{};
};
/// What the secretariat has made of a screen.
struct Assigned {
    std::string_view name;
    /// None for a screen that is no display.
    std::optional<Scene> scene;
    /// None: it stays where it is.
    std::optional<Elsewhere> elsewhere;
};
[[nodiscard]] std::string write_assigned(Encoding encoding, const Assigned& assigned);
/// Shows the screen's name on it for a moment.
[[nodiscard]] std::string write_identify(Encoding encoding, std::string_view name,
                                         Duration shown_for);

}  // namespace rostrum::wire
