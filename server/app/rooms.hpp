#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "floor/command.hpp"
#include "floor/ids.hpp"
#include "floor/programme.hpp"
#include "net/context.hpp"
#include "net/fanout.hpp"
#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::app {

/// The rooms of this server: each its room writer and its fan-out.
class Rooms {
public:
    /// @param post runs a task later, on the thread of all rooms.
    Rooms(rooms::Clock& clock, rooms::EventLog& log, net::Fanout::Post post);

    /// Opens every room that the log holds.
    /// @throws Failure naming a room whose log is unreadable or inconsistent.
    void open_all();
    /// Opens a room that another server has founded.
    [[nodiscard]] net::OpenRoom open_founded(const RoomId& id);

    [[nodiscard]] bool holds(const RoomId& room) const { return rooms_.contains(room); }

    /// Founds a room that this server does not hold yet; calls `founded` when that is durable, or
    /// with the refusal.
    using Founded = std::function<void(const std::optional<Refusal>&)>;
    void found(const PlannedRoom& plan, Founded founded);
    /// Drops a room that could not be founded. Not from within `founded`.
    void forget(const RoomId& room) { rooms_.erase(room); }
    [[nodiscard]] net::OpenRoom room(const RoomId& id);

    /// Records an outage in every room where a statement ran meanwhile.
    void report(const ReportOutage& outage);
    /// Whether an outage is not recorded yet.
    [[nodiscard]] bool has_unreported() const { return !unreported_.empty(); }
    void report_again();

    /// The latest act of the rooms in which a meeting is open or suspended, whose timers need the
    /// clock; nullopt if there is none.
    [[nodiscard]] std::optional<Instant> latest_of_open() const;

    /// Keyed by id.
    [[nodiscard]] std::map<RoomId, net::OpenRoom> rooms();

private:
    struct Room {
        Room(const RoomId& id, rooms::Clock& clock, rooms::EventLog& log,
             const net::Fanout::Post& post);
        net::Fanout fanout;
        rooms::RoomWriter writer;
    };
    struct Report {
        RoomId room;
        CommandId id;
        ReportOutage outage;
    };
    Room& open(const RoomId& id);
    void submit(Report report);

    rooms::Clock& clock_;
    rooms::EventLog& log_;
    net::Fanout::Post post_;
    std::vector<Report> unreported_;
    std::map<RoomId, Room> rooms_;
};

}  // namespace rostrum::app
