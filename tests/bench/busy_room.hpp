#pragma once

#include <cstdint>
#include <functional>
#include <random>

#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::bench {

/// A room without screens whose chair alternately pauses and resumes the statement in progress:
/// ordinary acts that do not enlarge the room. Call it only on the thread that runs the room
/// writers.
class BusyRoom : private rooms::Audience {
public:
    BusyRoom(const RoomId& id, rooms::Clock& clock, rooms::EventLog& log);

    using Done = std::function<void()>;
    /// Founds the room, opens its first meeting and gives the floor. Calls `done` when that is
    /// durable.
    /// @throws std::runtime_error, from the task that receives the answer, if the log fails; so
    /// does tap
    void begin(Done done);
    /// Submits one command. Calls `done` when it is durable.
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
