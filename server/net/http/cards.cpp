#include "net/http/cards.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "floor/limits.hpp"
#include "net/http/authorize.hpp"
#include "net/http/problem.hpp"
#include "net/http/screens.hpp"
#include "wire/http.hpp"

namespace rostrum::net::http {
namespace {

using rooms::CardFault;

Response problem_of(CardFault fault) {
    switch (fault) {
        case CardFault::unknown_card:
            return problem(404, "NOT_FOUND",
                           {"card_gone", "A card no longer exists. Nothing was changed."});
        case CardFault::unknown_code:
        case CardFault::unreadable_code:
            return problem(404, "UNKNOWN_CODE", "No card has these letters.");
        case CardFault::taken:
            return problem(409, "CARD_EXISTS",
                           {"card_exists",
                            "Somebody has a card already, or has the same identity. Nothing was "
                            "changed: replace the card instead."});
        case CardFault::full:
            return problem(409, "TOO_MANY_CARDS",
                           {"most_cards",
                            "A room has at most {most} cards. Nothing was changed: revoke those "
                            "that are not used.",
                            {{"most", std::to_string(limits::cards_a_room)}}});
        case CardFault::unavailable:
            break;
    }
    return problem(
        503, "NOT_READY",
        {"no_cards_now", "The cards cannot be used at the moment. Nothing was changed."});
}

/// Why the request may not manage the room's cards; nullopt if it may.
std::optional<Response> refusal_of(Context& context, const Request& request, const RoomId& room) {
    auto outcome = authorize_as({Role::secretariat}, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return std::move(*refused);
    if (context.cards == nullptr) return problem(404, "NOT_FOUND", "This server issues no cards.");
    return std::nullopt;
}

wire::CardState state_of(const rooms::Card& card) {
    return {card.id, card.holder, card.identity, card.issued_at, card.replaced_at, card.used};
}

/// The State under Review has the card of its State.
bool is_on_a_panel(const Room& room, const CardHolder& holder) {
    const Meeting* meeting = find(room, holder.meeting);
    return meeting != nullptr &&
           std::any_of(meeting->delegations.begin(), meeting->delegations.end(),
                       [&](const Delegation& plate) {
                           return plate.id == holder.delegation && plate.title == holder.name &&
                                  plate.kind != DelegationKind::state_under_review;
                       });
}

/// Closes what the cards opened until now.
void end_connections(const std::shared_ptr<ConnectionRegistry>& connections,
                     rooms::Credentials& credentials) {
    connections->end(credentials.ended());
}

}  // namespace

void list_cards(Context& context, const Request& request, const RoomId& room, Reply reply) {
    if (auto refused = refusal_of(context, request, room)) return reply(std::move(*refused));
    context.cards->list(room, [reply = std::move(reply)](const auto& outcome) {
        if (const auto* fault = std::get_if<CardFault>(&outcome)) return reply(problem_of(*fault));
        std::vector<wire::CardState> states;
        for (const rooms::Card& card : std::get<std::vector<rooms::Card>>(outcome))
            states.push_back(state_of(card));
        reply(json(wire::cards_json(states, limits::cards_a_room)));
    });
}

void issue_cards(Context& context, const Request& request, const RoomId& room, Reply reply) {
    if (auto refused = refusal_of(context, request, room)) return reply(std::move(*refused));
    auto body = wire::read_issue_cards(request.body);
    if (const auto* fault = std::get_if<Sentence>(&body))
        return reply(problem(400, "MALFORMED", *fault));
    auto& asked = std::get<wire::IssueCards>(body);
    for (const wire::NewCard& card : asked.cards)
        if (!card.holder.delegation.empty() &&
            !is_on_a_panel(context.find(room)->writer.room(), card.holder))
            return reply(problem(
                404, "NOT_FOUND",
                {"plate_gone", "The meeting has no such name plate. Nothing was changed."}));
    std::vector<rooms::NewCard> cards;
    for (wire::NewCard& card : asked.cards)
        cards.push_back({std::move(card.holder), std::move(card.identity)});
    context.cards->issue(
        room, std::move(cards), std::move(asked.replaced),
        [room, origin = forwarded_origin(request), link = context.card_link,
         connections = context.connections, &credentials = context.credentials,
         reply = std::move(reply)](const auto& outcome) {
            if (const auto* fault = std::get_if<CardFault>(&outcome))
                return reply(problem_of(*fault));
            end_connections(connections, credentials);
            std::vector<wire::IssuedCard> issued;
            for (const rooms::IssuedCard& one : std::get<std::vector<rooms::IssuedCard>>(outcome))
                issued.push_back({state_of(one.card), one.code, link(room, origin, one.token)});
            reply(json(wire::issued_cards_json(issued)));
        });
}

void revoke_cards(Context& context, const Request& request, const RoomId& room, Reply reply) {
    if (auto refused = refusal_of(context, request, room)) return reply(std::move(*refused));
    auto ids = wire::read_revoke_cards(request.body);
    if (const auto* fault = std::get_if<Sentence>(&ids))
        return reply(problem(400, "MALFORMED", *fault));
    context.cards->revoke(room, std::move(std::get<std::vector<std::string>>(ids)),
                          [connections = context.connections, &credentials = context.credentials,
                           reply = std::move(reply)](const auto& fault) {
                              if (fault) return reply(problem_of(*fault));
                              end_connections(connections, credentials);
                              reply(no_content());
                          });
}

void open_card(Context& context, const Request& request, Reply reply) {
    if (context.cards == nullptr) return reply(problem_of(CardFault::unknown_code));
    auto read = wire::read_open_card(request.body);
    if (const auto* fault = std::get_if<Sentence>(&read))
        return reply(problem(400, "MALFORMED", *fault));
    context.card_guesses->wait(
        request.address, context.clock.now(),
        [&cards = *context.cards, weak = std::weak_ptr{context.card_guesses},
         &clock = context.clock, report_problem = context.report_problem,
         code = std::get<wire::OpenCard>(read).code, reply = std::move(reply)](bool may_try) {
            if (!may_try)
                return reply(problem(429, "TOO_MANY_CODES",
                                     "Too many wrong letters were typed. Open the QR code of the "
                                     "card instead, or ask the secretariat."));
            cards.open(
                code, [guesses = weak.lock(), &clock, report_problem, reply](const auto& outcome) {
                    const auto* fault = std::get_if<CardFault>(&outcome);
                    if (guesses->done(fault != nullptr && *fault == CardFault::unknown_code,
                                      clock.now()))
                        report_problem(
                            "Somebody guesses the letters of cards. For up to a day cards open by "
                            "their QR codes only.");
                    if (fault != nullptr) return reply(problem_of(*fault));
                    const auto& opened = std::get<rooms::OpenedCard>(outcome);
                    reply(json(wire::pairing_result_json(
                        wire::Paired{opened.token, access_of(opened.grant)})));
                });
        });
}

void sign_on(Context& context, const Request& request, const RoomId& room, Reply reply) {
    if (context.cards == nullptr || context.identity_header.empty())
        return reply(problem(404, "NOT_FOUND", "This server has no sign-on."));
    if (context.find(room) == nullptr)
        return reply(problem(404, "NOT_FOUND", "There is no such room here."));
    if (request.identity.empty())
        return reply(problem(403, "NOT_SIGNED_ON",
                             "The house's own sign-on did not say who you are: open its link."));
    context.cards->sign_on(
        room, request.identity, [room, reply = std::move(reply)](const auto& outcome) {
            const auto* fault = std::get_if<CardFault>(&outcome);
            if (fault != nullptr && *fault != CardFault::unknown_code)
                return reply(problem_of(*fault));
            Response response{.status = 303};
            response.headers.emplace_back(
                "Location",
                "/delegation/#room=" + room.value +
                    (fault == nullptr ? "&token=" + std::get<rooms::OpenedCard>(outcome).token
                                      : "&signed-on=without-card"));
            reply(std::move(response));
        });
}

}  // namespace rostrum::net::http
