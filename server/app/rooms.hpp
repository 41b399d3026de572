#pragma once

#include <functional>
#include <map>
#include <vector>

#include "floor/command.hpp"
#include "floor/ids.hpp"
#include "floor/programme.hpp"
#include "net/context.hpp"
#include "net/fanout.hpp"
#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::app {

/// The rooms that this server runs: each its room writer, and its screens.
class Rooms {
public:
    /// Opens every room that the log holds.
    /// @param post runs a task later, on the thread of all rooms.
    /// @throws Failure naming a room whose log cannot be read or makes no sense.
    Rooms(rooms::Clock& clock, rooms::EventLog& log, net::Fanout::Post post);

    [[nodiscard]] bool holds(const RoomId& room) const { return rooms_.contains(room); }

    /// Founds a room that this server does not hold yet; `founded` is told when that is durable.
    /// @throws Failure where it cannot be founded, from `founded`'s turn.
    void found(const PlannedRoom& plan, std::function<void()> founded);

    /// Puts an outage on the record of every room where a statement ran meanwhile.
    void report(const ReportOutage& outage);
    /// Whether an outage is not on record yet.
    [[nodiscard]] bool has_unreported() const { return !unreported_.empty(); }
    void report_again();

    /// Whether somebody may count on the clock: a meeting is open, or suspended.
    [[nodiscard]] bool has_open_meeting() const;

    /// By their ids.
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
