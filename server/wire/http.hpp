#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/actor.hpp"
#include "floor/balance.hpp"
#include "floor/card_holder.hpp"
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
/// The current programme for the secretariat to edit, with all names that are not withheld.
[[nodiscard]] std::string room_programme_json(const Room& room);
[[nodiscard]] std::string fit_json(Revision revision, const Fit& fit);
[[nodiscard]] std::string list_order_json(Revision revision, BalancedBy by,
                                          const ProposedOrder& order);
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
    /// Of a card.
    std::optional<CardHolder> holder = {};
};
[[nodiscard]] std::string access_json(const Access& access);

/// A new screen asks to be admitted.
struct Pairing {
    std::string code;
    std::string secret;
    Instant expires_at;
};
[[nodiscard]] std::string pairing_json(const Pairing& pairing);

/// A token and what it opens.
struct Paired {
    std::string token;
    Access access;
};
/// @param paired nullopt until somebody types the code.
[[nodiscard]] std::string pairing_result_json(const std::optional<Paired>& paired);

/// A screen of this server, as the secretariat sees it.
struct ScreenState {
    std::string id;
    Access access;
    bool connected = false;
    bool paired = false;
    /// When it connected or was last seen; nullopt if never.
    std::optional<Instant> since;
};
[[nodiscard]] std::string screens_json(std::span<const ScreenState> screens);
[[nodiscard]] std::string screen_json(const ScreenState& screen);

/// The secretariat's settings for a screen.
struct AssignScreen {
    /// As typed; empty for a known screen.
    std::string code;
    RoomId room;
    Role role{};
    std::string name;
    /// nullopt: automatic.
    std::optional<Scene> scene;
};
/// A sentence if a field is missing, too long or unknown.
[[nodiscard]] std::variant<AssignScreen, Sentence> read_assign_screen(std::string_view json);

/// A room to make: its name and its time zone.
struct NewRoom {
    std::string name;
    std::string time_zone;
};
/// A sentence if a field is unknown.
[[nodiscard]] std::variant<NewRoom, Sentence> read_new_room(std::string_view json);

/// Reads from `{"for_ms": …}` how long a screen shows its name: 1 to 60 s; 5 s if the text is empty
/// or does not say. A sentence if it is invalid.
[[nodiscard]] std::variant<Duration, Sentence> read_identify(std::string_view json);

/// A card of a room, as the secretariat sees it.
struct CardState {
    std::string id;
    CardHolder holder;
    std::string identity;
    Instant issued_at;
    std::optional<Instant> replaced_at;
    bool used = false;
};
[[nodiscard]] std::string cards_json(std::span<const CardState> cards, std::size_t most);
struct IssuedCard {
    CardState card;
    std::string code;
    std::string url;
};
[[nodiscard]] std::string issued_cards_json(std::span<const IssuedCard> cards);

struct NewCard {
    CardHolder holder;
    std::string identity;
};
struct IssueCards {
    std::vector<NewCard> cards;
    /// The ids of existing ones.
    std::vector<std::string> replaced;
};
/// A sentence if a field is too long, or a holder is nobody.
[[nodiscard]] std::variant<IssueCards, Sentence> read_issue_cards(std::string_view json);
/// The ids.
[[nodiscard]] std::variant<std::vector<std::string>, Sentence> read_revoke_cards(
    std::string_view json);
struct OpenCard {
    /// As typed.
    std::string code;
};
[[nodiscard]] std::variant<OpenCard, Sentence> read_open_card(std::string_view json);

/// `REFUSAL_CODE_STALE` and so on: the code's name in JSON.
[[nodiscard]] std::string refusal_code_name(RefusalCode code);
/// `chair` and so on: for addresses, command lines and logs.
[[nodiscard]] std::string_view role_name(Role role);

}  // namespace rostrum::wire
