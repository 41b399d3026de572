#pragma once

#include <functional>
#include <map>
#include <vector>

#include "chamber/chamber.hpp"
#include "chamber/ports.hpp"
#include "floor/command.hpp"
#include "floor/ids.hpp"
#include "floor/programme.hpp"
#include "net/context.hpp"
#include "net/hall.hpp"

namespace rostrum::app {

/// The rooms that this server runs: each its chamber, and its screens.
class House {
public:
    /// Opens every room that the log holds.
    /// @param post gives a task a turn of its own, later, on the thread of all rooms.
    /// @throws Failure naming a room whose log cannot be read or makes no sense.
    House(chamber::Clock& clock, chamber::EventLog& log, net::Hall::Post post);

    [[nodiscard]] bool holds(const RoomId& room) const { return rooms_.contains(room); }

    /// Founds a room that the house does not hold yet; `founded` is told when that is durable.
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
        Room(const RoomId& id, chamber::Clock& clock, chamber::EventLog& log,
             const net::Hall::Post& post);
        net::Hall hall;
        chamber::Chamber chamber;
    };
    struct Report {
        RoomId room;
        CommandId id;
        ReportOutage outage;
    };
    Room& open(const RoomId& id);
    void submit(Report report);

    chamber::Clock& clock_;
    chamber::EventLog& log_;
    net::Hall::Post post_;
    std::vector<Report> unreported_;
    std::map<RoomId, Room> rooms_;
};

}  // namespace rostrum::app
