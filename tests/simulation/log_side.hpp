#pragma once

#include <memory>
#include <vector>

#include "random_source.hpp"
#include "rooms/ports.hpp"

namespace rostrum::simulation {

/// A server's access to the log, whose fate the simulation decides. It outlives crashes of the
/// server, as a disk does.
class LogSide {
public:
    virtual ~LogSide() = default;
    /// @pre is_ready()
    [[nodiscard]] virtual rooms::EventLog& log() = 0;
    /// Whether a server can start on it.
    [[nodiscard]] virtual bool is_ready() const = 0;
    virtual void start() {}
    /// The server is gone: nothing that was asked is answered any more.
    virtual void crash(RandomSource& random) = 0;
    /// Does one thing that waits, or fails it. False if the server crashes over it.
    [[nodiscard]] virtual bool work(RandomSource& random) = 0;
    /// Breaks or mends something for a while.
    virtual void disturb(RandomSource& random) = 0;
    /// Mends everything and does all that waits. Returns false if nothing was left to do.
    virtual bool repair() = 0;
};

/// The log of all servers.
class World {
public:
    virtual ~World() = default;
    [[nodiscard]] virtual std::unique_ptr<LogSide> new_side() = 0;
    /// The durable acts, oldest first.
    [[nodiscard]] virtual const std::vector<Act>& acts() = 0;
};

}  // namespace rostrum::simulation
