#include "store/card_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "store/card_code.hpp"
#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "store/token.hpp"
#include "store/token_rows.hpp"

namespace rostrum::store {
namespace {

using rooms::Card;
using rooms::CardFault;
using rooms::IssuedCard;
using rooms::NewCard;
using rooms::OpenedCard;

constexpr std::string_view card_prefix = "card-";

std::string card_id(std::int64_t number) {
    return std::string(card_prefix) + std::to_string(number);
}

/// 0, which no card has, for anything else than a card's id.
std::int64_t card_number(std::string_view id) {
    std::int64_t number = 0;
    if (id.starts_with(card_prefix))
        std::from_chars(id.data() + card_prefix.size(), id.data() + id.size(), number);
    return card_id(number) == id ? number : 0;
}

/// `where` has the parameter or parameters of `values`.
template <class... Values>
std::vector<Card> read(const Database& database, const std::string& where,
                       const Values&... values) {
    Statement row = database.prepare(
        "SELECT number, state_code, name, delegation, meeting, identity, issued_at_unix_ms, "
        "replaced_at_unix_ms, "
        "EXISTS (SELECT 1 FROM tokens WHERE tokens.code_hash = cards.code_hash AND used = 1) "
        "FROM cards WHERE " +
        where + " ORDER BY number");
    row.with(values...);
    std::vector<Card> cards;
    while (row.next()) {
        cards.push_back({.id = card_id(row.integer(0)),
                         .holder = holder_of(row, 1),
                         .identity = row.is_null(5) ? "" : std::string(row.bytes(5)),
                         .issued_at = instant_from_unix_ms(row.integer(6)),
                         .replaced_at = std::nullopt,
                         .used = row.integer(8) != 0});
        if (!row.is_null(7)) cards.back().replaced_at = instant_from_unix_ms(row.integer(7));
    }
    return cards;
}

/// Whether one of these cards has this holder, or one whose name looks the same, or this identity.
bool is_taken(const std::vector<Card>& cards, const NewCard& card) {
    CardHolder wanted = card.holder;
    wanted.name = comparable(wanted.name);
    return std::any_of(cards.begin(), cards.end(), [&](const Card& there) {
        CardHolder holder = there.holder;
        holder.name = comparable(holder.name);
        return holder == wanted || (!card.identity.empty() && card.identity == there.identity);
    });
}

/// Draws a code that no card has, or had as far as is known.
std::string draw_free_code(const Database& database, const RandomBytes& random_bytes) {
    Statement row = database.prepare("SELECT 1 FROM changes WHERE key = ?");
    std::string code;
    do {
        code = draw_card_code(random_bytes);
        row.with(Blob{sha256(code)});
    } while (row.next());
    return code;
}

std::string insert_card_token(const Database& database, const RandomBytes& random_bytes,
                              const rooms::Grant& grant, std::string_view code_hash,
                              std::string_view label, Instant now, Instant expires_at) {
    std::string token = draw_token(random_bytes);
    insert_token(database, token,
                 {.grant = grant,
                  .label = label,
                  .issued_at = now,
                  .expires_at = expires_at,
                  .origin = Origin::issued,
                  .code_hash = code_hash});
    return token;
}

constexpr std::string_view link_label = "link of a card";

/// Devices of a card by the way in which they opened it; the oldest of a kind gives way.
struct DeviceKind {
    std::string_view label;
    int most = 0;
    Instant expires_at = {};
};

rooms::Grant grant_to(const RoomId& room, const CardHolder& holder) {
    rooms::Grant grant{.room = room, .role = Role::delegation};
    grant.holder = holder;
    return grant;
}

/// Gives the card in the database a link and returns it with its secrets.
IssuedCard with_secrets(const Database& database, const RandomBytes& random_bytes,
                        const RoomId& room, std::int64_t number, std::string code, Instant now) {
    IssuedCard issued{
        .card = read(database, "number = ?", number).front(), .code = std::move(code), .token = {}};
    issued.token = insert_card_token(database, random_bytes, grant_to(room, issued.card.holder),
                                     sha256(issued.code), link_label, now, limits::latest);
    return issued;
}

/// One more device, with this label, for the card in this row of `card_row`. At most `most` of
/// them.
std::variant<OpenedCard, CardFault> add_device(Database& database, const RandomBytes& random_bytes,
                                               Statement& row, const DeviceKind& kind,
                                               Instant now) {
    // Begins before the row is read: another process may replace or revoke the card meanwhile.
    Transaction transaction(database);
    if (!row.next()) return CardFault::unknown_code;
    const std::string code_hash{row.bytes(0)};
    OpenedCard opened{.token = {},
                      .grant = grant_to(RoomId{std::string(row.bytes(1))}, holder_of(row, 2))};
    row.reset();
    drop_expired(database, now);
    database
        .prepare(
            "DELETE FROM tokens WHERE id IN (SELECT id FROM tokens WHERE code_hash = ? AND label = "
            "? "
            "ORDER BY issued_at_unix_ms DESC, id LIMIT -1 OFFSET ?)")
        .with(Blob{code_hash}, kind.label, std::int64_t{kind.most - 1})
        .run();
    opened.token = insert_card_token(database, random_bytes, opened.grant, code_hash, kind.label,
                                     now, kind.expires_at);
    transaction.commit();
    return opened;
}

constexpr std::string_view card_row =
    "SELECT code_hash, room, state_code, name, delegation, meeting FROM cards";

}  // namespace

std::vector<Card> read_cards(const Database& database, const RoomId& room) {
    return read(database, "room = ?", std::string_view(room.value));
}

std::variant<std::vector<IssuedCard>, CardFault> issue_cards(
    Database& database, const RandomBytes& random_bytes, const RoomId& room,
    const std::vector<NewCard>& cards, const std::vector<std::string>& replaced, Instant now) {
    Transaction transaction(database);
    std::vector<IssuedCard> issued;
    for (const std::string& id : replaced) {
        const std::int64_t number = card_number(id);
        std::string code = draw_free_code(database, random_bytes);
        database
            .prepare(
                "UPDATE cards SET code_hash = ?, replaced_at_unix_ms = ? "
                "WHERE number = ? AND room = ?")
            .with(Blob{sha256(code)}, unix_ms(now), number, std::string_view(room.value))
            .run();
        if (database.number("SELECT changes()") == 0) return CardFault::unknown_card;
        issued.push_back(with_secrets(database, random_bytes, room, number, std::move(code), now));
    }
    std::vector<Card> there = read_cards(database, room);
    for (const NewCard& card : cards) {
        if (is_taken(there, card)) return CardFault::taken;
        std::string code = draw_free_code(database, random_bytes);
        database
            .prepare(
                "INSERT INTO cards (number, room, state_code, name, delegation, meeting, identity, "
                "code_hash, issued_at_unix_ms) VALUES ((SELECT number FROM next_number), "
                "?, ?, ?, ?, ?, nullif(?, ''), ?, ?)")
            .with(std::string_view(room.value), std::string_view(card.holder.state_code),
                  std::string_view(card.holder.name),
                  std::string_view(card.holder.delegation.value),
                  std::string_view(card.holder.meeting.value), std::string_view(card.identity),
                  Blob{sha256(code)}, unix_ms(now))
            .run();
        issued.push_back(with_secrets(database, random_bytes, room,
                                      database.number("SELECT last_insert_rowid()"),
                                      std::move(code), now));
        there.push_back(issued.back().card);
    }
    Statement count = database.prepare("SELECT count(*) FROM cards WHERE room = ?");
    count.with(std::string_view(room.value)).next();
    if (count.integer(0) > static_cast<std::int64_t>(limits::cards_a_room)) return CardFault::full;
    count.reset();
    transaction.commit();
    return issued;
}

std::optional<CardFault> revoke_cards(Database& database, const RoomId& room,
                                      const std::vector<std::string>& cards) {
    Transaction transaction(database);
    for (const std::string& id : cards) {
        database.prepare("DELETE FROM cards WHERE number = ? AND room = ?")
            .with(card_number(id), std::string_view(room.value))
            .run();
        if (database.number("SELECT changes()") == 0) return CardFault::unknown_card;
    }
    transaction.commit();
    return std::nullopt;
}

std::variant<OpenedCard, CardFault> open_card(Database& database, const RandomBytes& random_bytes,
                                              std::string_view typed, Instant now) {
    const auto code = read_card_code(typed);
    if (!code) return CardFault::unreadable_code;
    Statement row = database.prepare(std::string(card_row) + " WHERE code_hash = ?");
    row.with(Blob{sha256(*code)});
    return add_device(database, random_bytes, row,
                      {"device of a card", most_devices_a_card, limits::latest}, now);
}

std::variant<OpenedCard, CardFault> sign_on_card(Database& database,
                                                 const RandomBytes& random_bytes,
                                                 const RoomId& room, std::string_view identity,
                                                 Instant now) {
    if (identity.empty()) return CardFault::unknown_code;
    // A card that names this identity comes before a State's own.
    Statement row = database.prepare(
        std::string(card_row) +
        " WHERE room = ?1 AND (identity = ?2 OR state_code = ?2 AND delegation = '') "
        "ORDER BY identity IS NOT ?2 LIMIT 1");
    row.with(std::string_view(room.value), identity);
    return add_device(database, random_bytes, row,
                      {"signed on", most_signed_on_a_card, now + signed_on_for}, now);
}

}  // namespace rostrum::store
