#include "app/rooms.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"
#include "floor/invariants.hpp"
#include "floor/lost_time.hpp"
#include "store/hexadecimal.hpp"
#include "store/random_bytes.hpp"
#include "wire/command_hash.hpp"

namespace rostrum::app {

namespace {

/// The actor of the server's own acts.
const Actor this_server{.role = Role::secretariat, .device = "rostrum serve"};

}  // namespace

Rooms::Room::Room(const RoomId& id, rooms::Clock& clock, rooms::EventLog& log,
                  const net::Fanout::Post& post)
    : fanout(post),
      writer(
          id, clock, log, fanout, [](const std::string& sentence) { spdlog::warn(sentence); },
          wire::command_hash) {}

Rooms::Rooms(rooms::Clock& clock, rooms::EventLog& log, net::Fanout::Post post)
    : clock_(clock), log_(log), post_(std::move(post)) {}

void Rooms::open_all() {
    for (const RoomId& id : log_.rooms()) open(id);
}

net::OpenRoom Rooms::open_founded(const RoomId& id) {
    Room& room = open(id);
    return {.writer = room.writer, .fanout = room.fanout};
}

Rooms::Room& Rooms::open(const RoomId& id) {
    try {
        Room& room = rooms_.try_emplace(id, id, clock_, log_, post_).first->second;
        room.writer.know([this](const RoomId& other) {
            const auto found = rooms_.find(other);
            return found == rooms_.end() ? nullptr : &found->second.writer;
        });
        return room;
    } catch (const InvariantBroken& broken) {
        throw Failure(ExitCode::data,
                      "The log of room `" + id.value +
                          "` is inconsistent, so no room is served: " + broken.what());
    }
}

net::OpenRoom Rooms::room(const RoomId& id) {
    Room& room = rooms_.at(id);
    return {.writer = room.writer, .fanout = room.fanout};
}

void Rooms::found(const PlannedRoom& plan, Founded founded) {
    auto answered = [founded = std::move(founded)](const rooms::Answer& answer) {
        const auto* refusal = std::get_if<Refusal>(&answer);
        founded(refusal == nullptr ? std::nullopt : std::optional(*refusal));
    };
    // A fresh id suffices: before a founding, the server checks whether the room exists, so it
    // never sends one twice.
    open(plan.id).writer.submit(this_server, CommandId{"serve-found-" + plan.id.value},
                                FoundRoom{plan}, std::move(answered));
}

void Rooms::report(const ReportOutage& outage) {
    constexpr std::size_t id_size = 12;
    for (const auto& [id, room] : rooms_)
        if (lost_time(room.writer.room(), outage.from, outage.to) > Duration{0})
            submit(
                {id,
                 CommandId{"outage-" + store::hexadecimal(store::system_random_bytes()(id_size))},
                 outage});
}

// Keeps the same id: a write that failed may have been done.
void Rooms::report_again() {
    for (Report& report : std::exchange(unreported_, {})) submit(std::move(report));
}

void Rooms::submit(Report report) {
    unreported_.push_back(report);
    auto answered = [this, id = report.id](const rooms::Answer& answer) {
        const auto* refusal = std::get_if<Refusal>(&answer);
        if (refusal == nullptr || (refusal->code != RefusalCode::log_unavailable &&
                                   refusal->code != RefusalCode::outcome_unknown))
            std::erase_if(unreported_, [&](const Report& one) { return one.id == id; });
    };
    rooms_.at(report.room)
        .writer.submit(this_server, report.id, report.outage, std::move(answered));
}

std::optional<Instant> Rooms::latest_of_open() const {
    std::optional<Instant> latest;
    for (const auto& [id, room] : rooms_) {
        const rostrum::Room& held = room.writer.room();
        if (has_open_meeting(held.proceedings))
            latest = std::max(latest.value_or(held.latest), held.latest);
    }
    return latest;
}

std::map<RoomId, net::OpenRoom> Rooms::rooms() {
    std::map<RoomId, net::OpenRoom> open_rooms;
    for (auto& [id, room] : rooms_)
        open_rooms.emplace(id, net::OpenRoom{.writer = room.writer, .fanout = room.fanout});
    return open_rooms;
}

}  // namespace rostrum::app
