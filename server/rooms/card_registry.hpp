#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/card_holder.hpp"
#include "rooms/ports.hpp"

/// The cards of a server: who holds one may ask for the floor in one name. All calls and callbacks
/// happen on the thread that runs the room writers, as in ports.hpp.
namespace rostrum::rooms {

struct NewCard {
    CardHolder holder;
    /// What the house's own sign-on says of the holder; empty if it says nothing.
    std::string identity{};
};

struct Card {
    /// `card-<n>`, never reused. Not a secret.
    std::string id;
    CardHolder holder;
    std::string identity;
    Instant issued_at;
    /// When it last got another code; nullopt if never.
    std::optional<Instant> replaced_at;
    /// Whether its code or its link was ever used.
    bool used = false;
};

/// A card with its secrets, durable. They cannot be read again later.
struct IssuedCard {
    Card card;
    /// Six letters, to be typed.
    std::string code;
    /// For the link.
    std::string token;
};

/// A token of a card for one device, durable.
struct OpenedCard {
    std::string token;
    /// With `Grant::holder` set.
    Grant grant;
};

enum class CardFault : std::uint8_t {
    unknown_card,
    /// No card has this code, or this identity.
    unknown_code,
    /// No card can have this code.
    unreadable_code,
    /// Another card of the room has this holder or this identity.
    taken,
    /// The room has limits::cards_a_room.
    full,
    /// The cards cannot be read or written.
    unavailable,
};

class CardRegistry {
public:
    virtual ~CardRegistry() = default;

    // `done` is called once: when the result is read or durable, or on a fault; never after the
    // registry is destroyed.

    using Listed = std::function<void(const std::variant<std::vector<Card>, CardFault>&)>;
    /// Lists a room's cards in the order of their issue.
    virtual void list(const RoomId& room, Listed done) = 0;

    using Issued = std::function<void(const std::variant<std::vector<IssuedCard>, CardFault>&)>;
    /// Issues new cards, and other codes for existing ones: all or none. What an existing card
    /// opened until now ends.
    virtual void issue(const RoomId& room, std::vector<NewCard> cards,
                       std::vector<std::string> replaced, Issued done) = 0;

    using Revoked = std::function<void(const std::optional<CardFault>&)>;
    /// Ends these cards and what they opened: all or none.
    virtual void revoke(const RoomId& room, std::vector<std::string> cards, Revoked done) = 0;

    using Opened = std::function<void(const std::variant<OpenedCard, CardFault>&)>;
    /// Opens the card with this code for one more device. Takes a code as people type it.
    virtual void open(std::string_view code, Opened done) = 0;
    /// Opens the card of the holder whom the house's own sign-on names: by the card's identity, or
    /// by a State's code.
    virtual void sign_on(const RoomId& room, std::string_view identity, Opened done) = 0;
};

}  // namespace rostrum::rooms
