#pragma once

#include <cstdint>
#include <functional>
#include <random>

#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::bench {

/// A room of which nobody looks at the screens, and a chair who pauses the statement in progress
/// and lets it run again, without end: ordinary acts, that leave the room as large as it was. All
/// calls on the one thread that runs the room writers.
class BusyRoom : private rooms::Audience {
public:
    BusyRoom(const RoomId& id, rooms::Clock& clock, rooms::EventLog& log);

    using Done = std::function<void()>;
    /// Founds the room, opens its first meeting and gives the floor. `done` is called when that is
    /// durable.
    /// @throws std::runtime_error where the log does not take it, in the turn that tells, as tap
    void begin(Done done);
    /// One command. `done` is called when it is durable.
    void tap(Done done);

private:
    void publish(const Room&) override {}
    void submit(Role role, Command command, Done done);
    CommandId draw_id();

    rooms::Clock& clock_;
    rooms::RoomWriter writer_;
    std::mt19937_64 random_;
    StatementId statement_;
    bool is_paused_ = false;
};

}  // namespace rostrum::bench
