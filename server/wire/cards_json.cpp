// The HTTP bodies about cards.
#include <algorithm>

#include "floor/limits.hpp"
#include "floor/states.hpp"
#include "floor/text.hpp"
#include "rostrum/v1/http.pb.h"
#include "wire/http.hpp"
#include "wire/json/read_json.hpp"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/command_fields.hpp"
#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

namespace {

/// @param list a message with the field `cards`
template <class List, class Card>
std::string list_json(List list, std::span<const Card> cards) {
    for (const Card& card : cards) FieldWriter{*list.add_cards()}.write(card);
    return write_json(list);
}

/// nullopt if this can be a card.
std::optional<Sentence> fault_of(const NewCard& card) {
    const CardHolder& holder = card.holder;
    if (holder.state_code.empty() == holder.name.empty())
        return at_place("holder",
                        {"card_holder", "Give either a State's code or an organisation's name."});
    if (!holder.state_code.empty() && state_by_code(holder.state_code) == nullptr)
        return at_place("state_code", {"card_state", "No State has that code."});
    if (holder.delegation.empty() != holder.meeting.empty() ||
        (!holder.delegation.empty() && holder.name.empty()))
        return at_place("holder",
                        {"card_plate", "A plate has a meeting_id, a delegation_id and a name."});
    if (holder.delegation.value.size() > limits::id_length ||
        holder.meeting.value.size() > limits::id_length)
        return too_long_for_an_id("delegation_id or meeting_id");
    if (const auto fault = text_fault("This text", holder.name, limits::title_length))
        return at_place("name", *fault);
    if (const auto fault = text_fault("This text", card.identity, limits::identity_length))
        return at_place("identity", *fault);
    return std::nullopt;
}

using Ids = std::vector<std::string>;

/// The ids, or what is wrong with them.
std::variant<Ids, Sentence> read_ids(const google::protobuf::RepeatedPtrField<std::string>& from) {
    Ids sorted{from.begin(), from.end()};
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        return Sentence{"card_twice", "A card is named twice."};
    return Ids{from.begin(), from.end()};
}

}  // namespace

std::string cards_json(std::span<const CardState> cards, std::size_t most) {
    v1::Cards list;
    list.set_most(static_cast<std::uint32_t>(most));
    return list_json(std::move(list), cards);
}

std::string issued_cards_json(std::span<const IssuedCard> cards) {
    return list_json(v1::IssuedCards{}, cards);
}

std::variant<IssueCards, Sentence> read_issue_cards(std::string_view json) {
    v1::IssueCards message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    auto replaced = read_ids(message.replaced());
    if (auto* fault = std::get_if<Sentence>(&replaced)) return std::move(*fault);
    IssueCards asked{.cards = {}, .replaced = std::get<Ids>(std::move(replaced))};
    for (const v1::NewCard& one : message.cards()) {
        const v1::CardHolder& holder = one.holder();
        asked.cards.push_back({.holder = {.state_code = holder.state_code(),
                                          .name = std::string{trimmed(holder.name())},
                                          .delegation = DelegationId{holder.delegation_id()},
                                          .meeting = MeetingId{holder.meeting_id()}},
                               .identity = std::string{trimmed(one.identity())}});
        if (auto fault = fault_of(asked.cards.back())) return std::move(*fault);
    }
    return asked;
}

std::variant<std::vector<std::string>, Sentence> read_revoke_cards(std::string_view json) {
    v1::RevokeCards message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    return read_ids(message.cards());
}

std::variant<OpenCard, Sentence> read_open_card(std::string_view json) {
    v1::OpenCard message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    return OpenCard{message.code()};
}

}  // namespace rostrum::wire
