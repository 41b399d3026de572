#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rooms/card_registry.hpp"
#include "store/random_bytes.hpp"
#include "store/sqlite.hpp"

/// How access.db stores cards. The functions throw SqliteError if the file fails.
namespace rostrum::store {

/// Devices that a card's code may open at once; the oldest gives way.
constexpr int most_devices_a_card = 8;
/// The same for the house's own sign-on: a whole Mission may share one identity.
constexpr int most_signed_on_a_card = 100;
/// After this, a device that came by the house's own sign-on signs on again.
constexpr std::chrono::hours signed_on_for{12};

[[nodiscard]] std::vector<rooms::Card> read_cards(const Database& database, const RoomId& room);

/// @see rooms::CardRegistry
[[nodiscard]] std::variant<std::vector<rooms::IssuedCard>, rooms::CardFault> issue_cards(
    Database& database, const RandomBytes& random_bytes, const RoomId& room,
    const std::vector<rooms::NewCard>& cards, const std::vector<std::string>& replaced,
    Instant now);
[[nodiscard]] std::optional<rooms::CardFault> revoke_cards(Database& database, const RoomId& room,
                                                           const std::vector<std::string>& cards);
[[nodiscard]] std::variant<rooms::OpenedCard, rooms::CardFault> open_card(
    Database& database, const RandomBytes& random_bytes, std::string_view typed, Instant now);
[[nodiscard]] std::variant<rooms::OpenedCard, rooms::CardFault> sign_on_card(
    Database& database, const RandomBytes& random_bytes, const RoomId& room,
    std::string_view identity, Instant now);

}  // namespace rostrum::store
