// The HTTP bodies about cards.
#include "floor/limits.hpp"
#include "floor/states.hpp"
#include "floor/text.hpp"
#include "rostrum/v1/http.pb.h"
#include "wire/http.hpp"
#include "wire/json/read_json.hpp"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

namespace {

/// @param list a message with the field `cards`
template <class List, class Card>
std::string list_json(List list, std::span<const Card> cards) {
    for (const Card& card : cards) FieldWriter{*list.add_cards()}.write(card);
    return write_json(list);
}

/// A sentence; nullopt if this can be a card.
std::optional<std::string> fault_of(const NewCard& card) {
    const CardHolder& holder = card.holder;
    if (holder.state_code.empty() == holder.name.empty())
        return "holder: Give either a State's code or an organisation's name.";
    if (!holder.state_code.empty() && state_by_code(holder.state_code) == nullptr)
        return "state_code: No State has that code.";
    if (holder.delegation.value.size() > limits::id_length)
        return "delegation_id is too long to be an id.";
    if (const auto fault = text_fault(holder.name, limits::title_length))
        return "name: This text " + *fault;
    if (const auto fault = text_fault(card.identity, limits::identity_length))
        return "identity: This text " + *fault;
    return std::nullopt;
}

std::vector<std::string> texts(const google::protobuf::RepeatedPtrField<std::string>& from) {
    return {from.begin(), from.end()};
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

std::variant<IssueCards, std::string> read_issue_cards(std::string_view json) {
    v1::IssueCards message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    IssueCards asked{.cards = {}, .replaced = texts(message.replaced())};
    for (const v1::NewCard& one : message.cards()) {
        const v1::CardHolder& holder = one.holder();
        asked.cards.push_back({.holder = {.state_code = holder.state_code(),
                                          .name = std::string{trimmed(holder.name())},
                                          .delegation = DelegationId{holder.delegation_id()}},
                               .identity = std::string{trimmed(one.identity())}});
        if (auto fault = fault_of(asked.cards.back())) return std::move(*fault);
    }
    return asked;
}

std::variant<std::vector<std::string>, std::string> read_revoke_cards(std::string_view json) {
    v1::RevokeCards message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    return texts(message.cards());
}

std::variant<OpenCard, std::string> read_open_card(std::string_view json) {
    v1::OpenCard message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    return OpenCard{message.code()};
}

}  // namespace rostrum::wire
