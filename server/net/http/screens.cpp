#include "net/http/screens.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "floor/text.hpp"
#include "net/http/authorize.hpp"
#include "net/http/problem.hpp"

namespace rostrum::net::http {
namespace {

using rooms::RegistryFault;

Response unknown_screen() {
    return problem(404, "NOT_FOUND", {"screen_gone", "This screen no longer exists."});
}

Response of_another_room() {
    return problem(
        403, "OTHER_ROOM",
        {"screen_elsewhere", "Another room has this screen: the secretariat there decides on it."});
}

Response problem_of(RegistryFault fault) {
    switch (fault) {
        case RegistryFault::unknown_screen:
            return unknown_screen();
        case RegistryFault::elsewhere:
            return of_another_room();
        case RegistryFault::full:
            return problem(409, "TOO_MANY_SCREENS",
                           {"most_screens",
                            "There are too many screens: remove those that are no longer used."});
        case RegistryFault::unavailable:
            break;
    }
    return problem(503, "NOT_READY",
                   {"not_stored", "This cannot be stored at the moment. Nothing was changed."});
}

struct Asked {
    /// Whose secretariat asks.
    RoomId from;
    std::string code;
    rooms::Assignment assignment;
};
/// A secretariat has the screens of its own room. To another it sends displays only: any other role
/// there would read, or do, what that room's secretariat has not allowed.
std::variant<Asked, Response> read(Context& context, const Request& request) {
    auto from = room_of_the_secretariat(context, request);
    if (auto* refused = std::get_if<Response>(&from)) return std::move(*refused);
    auto body = wire::read_assign_screen(request.body);
    if (const auto* fault = std::get_if<Sentence>(&body)) return problem(400, "MALFORMED", *fault);
    auto& given = std::get<wire::AssignScreen>(body);
    if (context.find(given.room) == nullptr)
        return problem(404, "NOT_FOUND", "There is no such room here.");
    if (given.room != std::get<RoomId>(from) && given.role != Role::display)
        return problem(
            403, "OTHER_ROOM",
            {"screen_other_room",
             "In another room a screen can be a room display only. The secretariat there "
             "lets in any other."});
    return Asked{std::move(std::get<RoomId>(from)),
                 std::move(given.code),
                 {std::move(given.room), given.role, std::string{trimmed(given.name)},
                  given.scene.value_or(Scene::automatic)}};
}

wire::ScreenState state_of(std::uint64_t number, const RegisteredConnection& connection) {
    const rooms::Grant& grant = connection.grant();
    wire::ScreenState state{.id = grant.screen ? grant.screen->id : connection_id(number),
                            .access = access_of(grant),
                            .connected = true,
                            .paired = grant.screen.has_value(),
                            .since = connection.since()};
    if (!grant.screen) state.access.name = connection.device();
    return state;
}

/// A paired screen and the state of its connections.
wire::ScreenState state_of(const rooms::Grant& grant, std::optional<Instant> last_seen,
                           const std::vector<RegisteredConnection*>& connections) {
    wire::ScreenState state{.id = grant.screen->id,
                            .access = access_of(grant),
                            .connected = !connections.empty(),
                            .paired = true,
                            .since = last_seen};
    if (state.connected)
        state.since = std::ranges::min(connections, {}, &RegisteredConnection::since)->since();
    return state;
}

/// The paired screens of a room, then connections that came by a link.
/// @param most of the connections by link.
std::vector<wire::ScreenState> states_of(const RoomId& room,
                                         const std::vector<rooms::KnownScreen>& paired,
                                         const ConnectionRegistry& connections, std::size_t most) {
    std::map<std::string, std::vector<RegisteredConnection*>> of_screens;
    std::vector<wire::ScreenState> by_link;
    for (const auto& [number, connection] : connections.all()) {
        if (connection->grant().room != room) continue;
        if (const auto& screen = connection->grant().screen)
            of_screens[screen->id].push_back(connection);
        else if (by_link.size() < most)
            by_link.push_back(state_of(number, *connection));
    }
    std::vector<wire::ScreenState> screens;
    screens.reserve(paired.size() + by_link.size());
    for (const auto& known : paired)
        if (known.grant.room == room)
            screens.push_back(
                state_of(known.grant, known.last_seen, of_screens[known.grant.screen->id]));
    screens.insert(screens.end(), by_link.begin(), by_link.end());
    return screens;
}

/// Gives a connection that came by a link a token of its own, if it is still there once that is
/// durable.
void give_token(Context& context, const std::string& id, rooms::Assignment assignment,
                Reply reply) {
    if (context.connections->find(id).empty()) return reply(unknown_screen());
    context.screens.admit_screen(
        std::move(assignment), [connections = context.connections, &registry = context.screens, id,
                                reply = std::move(reply)](const auto& outcome) {
            if (const auto* fault = std::get_if<RegistryFault>(&outcome))
                return reply(problem_of(*fault));
            const auto& issued = std::get<rooms::Issued>(outcome);
            const auto found = connections->find(id);
            if (found.empty()) {
                registry.remove(issued.grant.screen->id, issued.grant.room, [](auto) {});
                return reply(unknown_screen());
            }
            found.front()->assign(issued.grant, issued.token);
            reply(json(wire::screen_json(state_of(issued.grant, std::nullopt, {}))));
        });
}

/// Why a room may not act on these connections of one screen; nullopt if it may.
std::optional<Response> not_in(const RoomId& room,
                               const std::vector<RegisteredConnection*>& connections) {
    for (const RegisteredConnection* connection : connections)
        if (connection->grant().room != room) return of_another_room();
    return std::nullopt;
}

bool is_connection(const std::string& id) {
    return id.starts_with("connection-");
}

}  // namespace

wire::Access access_of(const rooms::Grant& grant) {
    wire::Access access{.room = grant.room, .role = grant.role, .holder = grant.holder};
    if (!grant.screen) return access;
    access.name = grant.screen->name;
    access.scene = shown_scene(grant.role, grant.screen->scene);
    return access;
}

Response begin_pairing(Context& context, const Request& request) {
    const auto pairing = context.pairings->begin(request.address, context.clock.now());
    if (!pairing)
        return problem(429, "TOO_MANY_PAIRINGS",
                       "Too many screens are waiting to be admitted. Try again in a few minutes.");
    return json(wire::pairing_json(*pairing));
}

Response fetch_pairing(Context& context, const Request& request) {
    const auto fetched = context.pairings->fetch(bearer_token(request), context.clock.now());
    if (std::holds_alternative<Pairings::UnknownSecret>(fetched))
        return problem(404, "NOT_FOUND", "This pairing has ended or never existed.");
    if (const auto* paired = std::get_if<wire::Paired>(&fetched))
        return json(wire::pairing_result_json(*paired));
    return json(wire::pairing_result_json(std::nullopt));
}

void list_screens(Context& context, const Request& request, Reply reply) {
    auto from = room_of_the_secretariat(context, request);
    if (auto* refused = std::get_if<Response>(&from)) return reply(std::move(*refused));
    context.screens.list([room = std::get<RoomId>(from), connections = context.connections,
                          most = context.limits.connections_listed,
                          reply = std::move(reply)](const auto& outcome) {
        if (std::holds_alternative<RegistryFault>(outcome))
            return reply(
                problem(503, "NOT_READY", {"not_read", "This cannot be read at the moment."}));
        reply(json(wire::screens_json(states_of(
            room, std::get<std::vector<rooms::KnownScreen>>(outcome), *connections, most))));
    });
}

void admit_screen(Context& context, const Request& request, Reply reply) {
    auto asked = read(context, request);
    if (auto* refused = std::get_if<Response>(&asked)) return reply(std::move(*refused));
    auto& [from, code, assignment] = std::get<Asked>(asked);
    const auto taken = context.pairings->take(code, context.clock.now());
    if (std::holds_alternative<Pairings::TooManyWrong>(taken))
        return reply(
            problem(429, "TOO_MANY_CODES",
                    {"too_many_codes", "Too many wrong codes were typed. Try again in a minute."}));
    if (std::holds_alternative<Pairings::UnknownCode>(taken))
        return reply(problem(404, "UNKNOWN_CODE", {"unknown_code", "No screen shows that code."}));
    context.screens.admit_screen(
        std::move(assignment), [pairings = context.pairings, &registry = context.screens,
                                &clock = context.clock, pairing = std::get<Pairings::Taken>(taken),
                                reply = std::move(reply)](const auto& outcome) {
            if (const auto* fault = std::get_if<RegistryFault>(&outcome)) {
                pairings->give_back(pairing);
                return reply(problem_of(*fault));
            }
            const auto& [token, grant] = std::get<rooms::Issued>(outcome);
            if (!pairings->let_in(pairing, {token, access_of(grant)}, clock.now())) {
                registry.remove(grant.screen->id, grant.room, [](auto) {});
                return reply(
                    problem(404, "UNKNOWN_CODE", {"unknown_code", "No screen shows that code."}));
            }
            reply(json(wire::screen_json(state_of(grant, std::nullopt, {}))));
        });
}

void assign_screen(Context& context, const Request& request, const std::string& id, Reply reply) {
    auto asked = read(context, request);
    if (auto* refused = std::get_if<Response>(&asked)) return reply(std::move(*refused));
    auto& [from, code, assignment] = std::get<Asked>(asked);
    if (!code.empty())
        return reply(problem(400, "MALFORMED",
                             at_place("code", {"known_screen", "A known screen needs no code."})));
    if (is_connection(id)) {
        if (auto refused = not_in(from, context.connections->find(id)))
            return reply(std::move(*refused));
        return give_token(context, id, std::move(assignment), std::move(reply));
    }
    const rooms::Grant grant{assignment.room, assignment.role,
                             rooms::PairedScreen{id, assignment.name, assignment.scene}};
    context.screens.assign(
        id, from, std::move(assignment),
        [connections = context.connections, id, grant, reply = std::move(reply)](auto fault) {
            if (fault) return reply(problem_of(*fault));
            for (RegisteredConnection* connection : connections->find(id))
                connection->assign(grant, {});
            reply(json(wire::screen_json(state_of(grant, std::nullopt, connections->find(id)))));
        });
}

void revoke_screen(Context& context, const Request& request, const std::string& id, Reply reply) {
    auto from = room_of_the_secretariat(context, request);
    if (auto* refused = std::get_if<Response>(&from)) return reply(std::move(*refused));
    const RoomId& room = std::get<RoomId>(from);
    if (is_connection(id)) {
        const auto found = context.connections->find(id);
        if (auto refused = not_in(room, found)) return reply(std::move(*refused));
        for (RegisteredConnection* connection : found) connection->revoke();
        return reply(found.empty() ? unknown_screen() : no_content());
    }
    context.screens.remove(
        id, room, [connections = context.connections, id, reply = std::move(reply)](auto fault) {
            if (fault) return reply(problem_of(*fault));
            for (RegisteredConnection* connection : connections->find(id)) connection->revoke();
            reply(no_content());
        });
}

Response identify_screen(Context& context, const Request& request, const std::string& id) {
    auto from = room_of_the_secretariat(context, request);
    if (auto* refused = std::get_if<Response>(&from)) return std::move(*refused);
    const auto shown_for = wire::read_identify(request.body);
    if (const auto* fault = std::get_if<Sentence>(&shown_for))
        return problem(400, "MALFORMED", *fault);
    const auto found = context.connections->find(id);
    if (found.empty())
        return problem(404, "NOT_FOUND", {"screen_away", "This screen is not connected."});
    if (auto refused = not_in(std::get<RoomId>(from), found)) return std::move(*refused);
    for (RegisteredConnection* connection : found) {
        const auto& screen = connection->grant().screen;
        const std::string& name = screen ? screen->name : connection->device();
        connection->identify(name.empty() ? id : name, std::get<Duration>(shown_for));
    }
    return no_content();
}

}  // namespace rostrum::net::http
