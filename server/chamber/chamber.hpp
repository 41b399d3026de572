#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <unordered_map>
#include <variant>
#include <vector>

#include "chamber/ports.hpp"
#include "floor/act.hpp"
#include "floor/command.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

namespace rostrum::chamber {

/// The command is done and durable.
struct Accepted {
    Revision revision;
    friend bool operator==(const Accepted&, const Accepted&) = default;
};
using Answer = std::variant<Accepted, Refusal>;

/// Commands that wait in one room while the log is busy; more are refused at once.
constexpr std::size_t most_waiting_commands = 1024;

/// One room's single writer on this server: decide, append to the log, apply, publish.
///
/// Commands that come while the log writes wait together, and the next append takes them all: they
/// share its commit. All calls on one thread.
class Chamber {
public:
    /// Brings the room to where the log stands, and follows the log from there.
    /// @throws std::runtime_error if the log cannot be read, InvariantBroken if it makes no sense.
    Chamber(RoomId room, Clock& clock, EventLog& log, Audience& audience);
    ~Chamber();
    Chamber(const Chamber&) = delete;
    Chamber& operator=(const Chamber&) = delete;

    using Reply = std::function<void(Answer)>;
    /// Calls `reply` exactly once, unless the chamber is destroyed first; possibly from within
    /// submit.
    void submit(Actor actor, CommandId id, Command command, Reply reply);

    /// The room as durable and as published.
    [[nodiscard]] const Room& room() const;
};

}  // namespace rostrum::chamber
