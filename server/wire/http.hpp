#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "floor/actor.hpp"
#include "floor/hour.hpp"
#include "floor/ids.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "floor/scene.hpp"

/// The bodies of the HTTP interface: proto/rostrum/v1/http.proto as JSON.
namespace rostrum::wire {

/// With each meeting's expected times as of that instant.
[[nodiscard]] std::string lobby_json(std::span<const Room* const> rooms, double server_unix_ms);
[[nodiscard]] std::string snapshot_json(const Room& room, Role role, std::string_view log_id,
                                        double server_unix_ms);
/// The programme as it stands, for the secretariat to edit: with the names that are told.
[[nodiscard]] std::string room_programme_json(const Room& room);
[[nodiscard]] std::string fit_json(Revision revision, const Fit& fit);
[[nodiscard]] std::string request_link_json(std::string_view url);
[[nodiscard]] std::string accepted_json(const CommandId& id, Revision revision);

/// What a token opens.
struct Access {
    RoomId room;
    Role role{};
    /// Of a paired screen.
    std::string name = {};
    /// Of a paired display.
    std::optional<Scene> scene = {};
};
[[nodiscard]] std::string access_json(const Access& access);

/// A new screen asks to be let in.
struct Pairing {
    std::string code;
    std::string secret;
    Instant expires_at;
};
[[nodiscard]] std::string pairing_json(const Pairing& pairing);

/// Its token and what that opens.
struct Paired {
    std::string token;
    Access access;
};
/// @param paired none while nobody has typed the code.
[[nodiscard]] std::string pairing_result_json(const std::optional<Paired>& paired);

/// A screen of this server, as the secretariat sees it.
struct ScreenState {
    std::string id;
    Access access;
    bool connected = false;
    bool paired = false;
    /// Since when it is connected, or was last seen; none when never.
    std::optional<Instant> since;
};
[[nodiscard]] std::string screens_json(std::span<const ScreenState> screens);
[[nodiscard]] std::string screen_json(const ScreenState& screen);

/// What the secretariat makes of a screen.
struct AssignScreen {
    /// As typed; empty for one that is known.
    std::string code;
    RoomId room;
    Role role{};
    std::string name;
    /// None: automatic.
    std::optional<Scene> scene;
};
/// A sentence where it is none: a field that is missing, too long, or not known.
[[nodiscard]] std::variant<AssignScreen, std::string> read_assign_screen(std::string_view json);

/// For how long a screen is to show its name, of `{"for_ms": …}`: 1 to 60 s, and 5 s where the text
/// is empty or does not say. A sentence where it is neither.
[[nodiscard]] std::variant<Duration, std::string> read_identify(std::string_view json);

/// `REFUSAL_CODE_STALE` and so on: the code as it stands in JSON.
[[nodiscard]] std::string refusal_code_name(RefusalCode code);
/// `chair` and so on: for addresses, command lines and logs.
[[nodiscard]] std::string_view role_name(Role role);

}  // namespace rostrum::wire
