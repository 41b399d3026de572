#include "net/http/api.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "net/http/admission.hpp"
#include "net/http/authorize.hpp"
#include "net/http/cards.hpp"
#include "net/http/cross_origin.hpp"
#include "net/http/files.hpp"
#include "net/http/found_room.hpp"
#include "net/http/problem.hpp"
#include "net/http/room_queries.hpp"
#include "net/http/routes.hpp"
#include "net/http/screens.hpp"
#include "wire/http.hpp"
#include "wire/live.hpp"

namespace rostrum::net::http {
namespace {

Response lobby(Context& context) {
    std::vector<const Room*> rooms;
    for (const auto& [id, open] : context.rooms)
        if (!open.writer.room().archived) rooms.push_back(&open.writer.room());
    return json(wire::lobby_json(rooms, context.clock.unix_ms_now()));
}

Response snapshot(Context& context, const Request& request, const RoomId& room) {
    auto outcome = authorize(context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return std::move(*refused);
    const AuthorizedRoom& authorized = std::get<AuthorizedRoom>(outcome);
    return json(wire::snapshot_json(authorized.room.writer.room(), authorized.role, context.log_id,
                                    context.clock.unix_ms_now()));
}

Response access(Context& context, const Request& request) {
    const auto grant = grant_of(context, request);
    return grant ? json(wire::access_json(access_of(*grant))) : no_token();
}

/// Who sent a command, by the request's own account.
struct CommandSender {
    std::string device;
    std::string address;
};

using ReadCommand = std::variant<wire::SentCommand, wire::Malformed>;

void submit(Context& context, const AuthorizedRoom& authorized, const CommandSender& sender,
            ReadCommand read, Reply reply) {
    if (auto* malformed = std::get_if<wire::Malformed>(&read)) {
        const Refusal refusal{RefusalCode::malformed, std::move(malformed->reason)};
        context.metrics->count(refusal);
        return reply(problem(refusal));
    }
    auto& sent = std::get<wire::SentCommand>(read);
    Actor actor = actor_of(authorized.grant, sender.device, context.log_id);
    const Room& held = authorized.room.writer.room();
    auto placed = context.phones.place(actor, sent.command, held, sender.address);
    if (const auto* refusal = std::get_if<Refusal>(&placed)) {
        context.metrics->count(*refusal);
        return reply(problem(*refusal));
    }
    authorized.room.writer.submit(
        std::move(actor), sent.id, std::move(sent.command),
        [metrics = context.metrics, id = sent.id, placed = std::move(placed),
         reply = std::move(reply)](const rooms::Answer& answer) {
            metrics->count(answer);
            if (const auto* accepted = std::get_if<rooms::Accepted>(&answer))
                reply(json(wire::accepted_json(id, accepted->revision)));
            else
                reply(problem(std::get<Refusal>(answer)));
        });
}

/// A whole programme is read by the thread for long tasks.
void command(Context& context, const Request& request, const RoomId& room, Reply reply) {
    auto outcome = authorize(context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return reply(std::move(*refused));
    auto& authorized = std::get<AuthorizedRoom>(outcome);
    CommandSender sender{request.device, request.address};
    if (!context.long_tasks || request.body.size() <= context.limits.message_of(authorized.role))
        return submit(context, authorized, sender, wire::read_command(request.body),
                      std::move(reply));

    auto place = context.long_tasks->enter();
    if (!place) return reply(too_much_work());
    const auto read = std::make_shared<ReadCommand>(wire::Malformed{});
    context.long_tasks->run(
        std::move(place), request.has_left,
        [read, body = request.body] { *read = wire::read_command(body); },
        [read, &context, authorized = std::move(authorized), sender = std::move(sender),
         reply = std::move(reply)] { submit(context, authorized, sender, *read, reply); });
}

Response readyz(const Context& context) {
    if (context.stopping) return problem(503, "STOPPING", {"stopping", "The server is stopping."});
    if (const auto fault = context.log_fault()) return problem(503, "NOT_READY", *fault);
    return plain_text("ready\n");
}

Response metrics(const Context& context) {
    std::uint64_t published = 0;
    for (const auto& [id, open] : context.rooms) published += open.fanout.published();
    const std::chrono::duration<double> uptime = std::chrono::steady_clock::now() - context.started;
    return plain_text(
        write_metrics(*context.metrics, context.rooms.size(), published, uptime.count()));
}

void dispatch(Context& context, const Request& request, const MatchedRoute& found, Reply reply) {
    switch (found.endpoint) {
        case Endpoint::lobby:
            if (request.method == "POST") return found_room(context, request, std::move(reply));
            return reply(lobby(context));
        case Endpoint::snapshot:
            return reply(snapshot(context, request, found.room));
        case Endpoint::commands:
            return command(context, request, found.room, std::move(reply));
        case Endpoint::live:
            return reply(problem(426, "UPGRADE_REQUIRED",
                                 "This address accepts WebSocket connections only."));
        case Endpoint::access:
            return reply(access(context, request));
        case Endpoint::fit:
            return reply(fit(context, request, found.room));
        case Endpoint::list_order:
            return reply(list_order(context, request, found.room));
        case Endpoint::request_link:
            return request_link(context, request, found.room, std::move(reply));
        case Endpoint::programme:
            return programme(context, request, found.room, std::move(reply));
        case Endpoint::run_sheet:
            return run_sheet(context, request, found.room, std::move(reply));
        case Endpoint::preview:
            return preview(context, request, std::move(reply));
        case Endpoint::figures:
            return figures(context, request, found.room, std::move(reply));
        case Endpoint::record:
            return record(context, request, found.room, std::move(reply));
        case Endpoint::pairings:
            return reply(begin_pairing(context, request));
        case Endpoint::pairing:
            return reply(fetch_pairing(context, request));
        case Endpoint::screens:
            if (request.method == "POST") return admit_screen(context, request, std::move(reply));
            return list_screens(context, request, std::move(reply));
        case Endpoint::screen:
            if (request.method == "PUT")
                return assign_screen(context, request, found.screen, std::move(reply));
            return revoke_screen(context, request, found.screen, std::move(reply));
        case Endpoint::identify:
            return reply(identify_screen(context, request, found.screen));
        case Endpoint::cards:
            if (request.method == "POST")
                return issue_cards(context, request, found.room, std::move(reply));
            return list_cards(context, request, found.room, std::move(reply));
        case Endpoint::revoke_cards:
            return revoke_cards(context, request, found.room, std::move(reply));
        case Endpoint::open_card:
            return open_card(context, request, std::move(reply));
        case Endpoint::sign_on:
            return sign_on(context, request, found.room, std::move(reply));
        case Endpoint::healthz:
            return reply(plain_text("alive\n"));
        case Endpoint::readyz:
            return reply(readyz(context));
        case Endpoint::metrics:
            return reply(metrics(context));
        case Endpoint::file:
            return reply(file(context.assets, request, context.servers.etag_suffix()));
    }
}

/// Whether this is a change requested by a page of another site.
bool is_from_elsewhere(const Context& context, const Request& request) {
    return request.method != "GET" && request.method != "HEAD" &&
           !is_of_our_servers(context.servers, request);
}

/// Answers a wrong token or pairing secret.
bool was_wrong(const MatchedRoute& found, const Response& response) {
    return response.status == 401 ||
           (found.endpoint == Endpoint::pairing && response.status == 404);
}

/// The same, but late if too many wrong tokens came from this address.
Reply held_back(Context& context, const Request& request, const MatchedRoute& found, Reply reply) {
    if (bearer_token(request).empty()) return reply;
    return
        [guess_limiter = context.guess_limiter, limits = context.limits, now = context.clock.now(),
         address = request.address, found, reply = std::move(reply)](Response given) {
            if (!was_wrong(found, given)) return reply(std::move(given));
            guess_limiter->wrong(address, now, limits,
                                 [reply, given = std::move(given)] { reply(given); });
        };
}

}  // namespace

void answer(Context& context, const Request& request, Reply reply) {
    const auto routed = route(request.method, request.path);
    if (auto allowed = preflight(context.servers, request)) {
        reply(*std::move(allowed));
    } else if (is_from_elsewhere(context, request)) {
        reply(problem(403, "FOREIGN_ORIGIN", "Cross-site requests may not change anything."));
    } else if (const auto* found = std::get_if<MatchedRoute>(&routed)) {
        dispatch(context, request, *found, held_back(context, request, *found, std::move(reply)));
    } else if (const auto* wrong = std::get_if<WrongMethod>(&routed)) {
        Response response =
            problem(405, "METHOD_NOT_ALLOWED", "This address does not support that method.");
        response.headers.emplace_back("Allow", wrong->allowed);
        reply(std::move(response));
    } else {
        reply(problem(404, "NOT_FOUND", "There is nothing at this address."));
    }
}

}  // namespace rostrum::net::http
