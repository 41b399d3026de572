#include "app/house.hpp"

#include <string>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"
#include "floor/invariants.hpp"

namespace rostrum::app {

House::Room::Room(const RoomId& id, chamber::Clock& clock, chamber::EventLog& log)
    : chamber(id, clock, log, hall, [](const std::string& trouble) { spdlog::warn(trouble); }) {}

House::House(chamber::Clock& clock, chamber::EventLog& log) : clock_(clock), log_(log) {
    for (const RoomId& id : log.rooms()) open(id);
}

House::Room& House::open(const RoomId& id) {
    try {
        return rooms_.try_emplace(id, id, clock_, log_).first->second;
    } catch (const InvariantBroken& broken) {
        throw Failure(ExitCode::data,
                      "The log of room `" + id.value +
                          "` makes no sense, so nothing is served: " + broken.what());
    }
}

void House::found(const PlannedRoom& plan, std::function<void()> founded) {
    auto answered = [id = plan.id, founded = std::move(founded)](const chamber::Answer& answer) {
        if (const auto* refusal = std::get_if<Refusal>(&answer))
            throw Failure(ExitCode::data,
                          "Room `" + id.value + "` could not be founded: " + refusal->text);
        founded();
    };
    // Its own id: a founding is never sent again, since the house looks whether it holds the room.
    open(plan.id).chamber.submit({.role = Role::secretariat, .device = "rostrum serve"},
                                 CommandId{"serve-found-" + plan.id.value}, FoundRoom{plan},
                                 std::move(answered));
}

std::map<RoomId, net::OpenRoom> House::rooms() {
    std::map<RoomId, net::OpenRoom> open_rooms;
    for (auto& [id, room] : rooms_)
        open_rooms.emplace(id, net::OpenRoom{.chamber = room.chamber, .hall = room.hall});
    return open_rooms;
}

}  // namespace rostrum::app
