#include "net/http/found_room.hpp"

#include <string>
#include <utility>
#include <variant>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "net/http/authorize.hpp"
#include "net/http/problem.hpp"
#include "net/http/screens.hpp"
#include "wire/http.hpp"
#include "wire/sheet/words.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::net::http {
namespace {

/// An id made from the name, which no room has; empty if the name has nothing for one.
RoomId free_id(const Context& context, std::string_view name) {
    constexpr std::size_t suffix_length = 4;
    const std::string id = wire::id_of(name, limits::room_id_length - suffix_length);
    RoomId free{id};
    for (int i = 2; !id.empty() && context.find(free) != nullptr; ++i)
        free.value = id + '-' + std::to_string(i);
    return free;
}

/// The first fault of the room; empty if there is none.
Sentence fault_of(const PlannedRoom& plan) {
    if (plan.id.empty() && !plan.name.empty())
        return {"room_without_id", "A room needs a letter a to z or a digit for its id."};
    if (const auto found = faults({{}, {}, {plan}}); !found.empty()) return found.front().reason;
    if (!wire::Zone::named(plan.time_zone))
        return {"no_zone",
                "No time zone has this name. Write its IANA name, such as Europe/Zurich."};
    return {};
}

/// The way in, for the device that made the room.
void admit_its_secretariat(Context& context, const RoomId& room, Reply reply) {
    context.screens.admit_screen(
        {room, Role::secretariat, {}, Scene::automatic},
        [reply = std::move(reply)](const auto& outcome) {
            const auto* issued = std::get_if<rooms::Issued>(&outcome);
            if (issued == nullptr)
                return reply(problem(503, "NOT_READY",
                                     {"room_without_link",
                                      "The room is made, but its link cannot be stored: make one "
                                      "with `rostrum token issue`."}));
            reply(json(
                wire::pairing_result_json(wire::Paired{issued->token, access_of(issued->grant)})));
        });
}

}  // namespace

void found_room(Context& context, const Request& request, Reply reply) {
    auto from = room_of_the_secretariat(context, request);
    if (auto* refused = std::get_if<Response>(&from)) return reply(std::move(*refused));
    if (!context.found_room) return reply(problem(404, "NOT_FOUND", "This server makes no rooms."));
    auto body = wire::read_new_room(request.body);
    if (const auto* fault = std::get_if<Sentence>(&body))
        return reply(problem(400, "MALFORMED", *fault));
    if (context.rooms.size() >= context.limits.rooms)
        return reply(problem(409, "TOO_MANY_ROOMS",
                             {"rooms_full", "This server has as many rooms as it can."}));
    auto& asked = std::get<wire::NewRoom>(body);
    PlannedRoom plan;
    plan.name = std::string{trimmed(asked.name)};
    plan.time_zone = std::move(asked.time_zone);
    plan.id = free_id(context, plan.name);
    if (const Sentence fault = fault_of(plan); !fault.empty())
        return reply(problem(Refusal{RefusalCode::malformed, fault}));
    const RoomId id = plan.id;
    context.found_room(std::move(plan), [&context, id, reply = std::move(reply)](
                                            const std::variant<OpenRoom, Refusal>& outcome) {
        if (const auto* refusal = std::get_if<Refusal>(&outcome)) return reply(problem(*refusal));
        context.rooms.emplace(id, std::get<OpenRoom>(outcome));
        admit_its_secretariat(context, id, reply);
    });
}

}  // namespace rostrum::net::http
