#include "app/house.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"
#include "floor/invariants.hpp"

namespace rostrum::app {

House::Room::Room(const RoomId& id, chamber::Clock& clock, chamber::EventLog& log,
                  const net::Hall::Post& post, std::vector<Outage> outages)
    : hall(post),
      chamber(
          id, clock, log, hall, [](const std::string& trouble) { spdlog::warn(trouble); },
          std::move(outages)) {}

House::House(chamber::Clock& clock, chamber::EventLog& log, net::Hall::Post post,
             std::vector<Outage> outages)
    : clock_(clock), log_(log), post_(std::move(post)), earlier_outages_(std::move(outages)) {
    for (const RoomId& id : log.rooms()) open(id);
}

House::Room& House::open(const RoomId& id) {
    try {
        return rooms_.try_emplace(id, id, clock_, log_, post_, earlier_outages_).first->second;
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

void House::was_away(const Outage& outage) {
    for (auto& [id, room] : rooms_) room.chamber.was_away(outage);
}

bool House::has_lost_time() const {
    return std::any_of(rooms_.begin(), rooms_.end(), [](const auto& entry) {
        return entry.second.chamber.lost_time() != nullptr;
    });
}

bool House::has_open_meeting() const {
    return std::any_of(rooms_.begin(), rooms_.end(), [](const auto& entry) {
        const Meeting* meeting = current_meeting(entry.second.chamber.room());
        return meeting != nullptr &&
               (meeting->course == Course::open || meeting->course == Course::suspended);
    });
}

std::map<RoomId, net::OpenRoom> House::rooms() {
    std::map<RoomId, net::OpenRoom> open_rooms;
    for (auto& [id, room] : rooms_)
        open_rooms.emplace(id, net::OpenRoom{.chamber = room.chamber, .hall = room.hall});
    return open_rooms;
}

}  // namespace rostrum::app
