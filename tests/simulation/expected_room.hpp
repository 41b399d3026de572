#pragma once

#include <unordered_map>
#include <vector>

#include "floor/act.hpp"
#include "floor/room.hpp"
#include "memory_log.hpp"
#include "stopwatch.hpp"

namespace rostrum::simulation {

/// The room according to the log, read act by act as it grows, independently of every server.
class ExpectedRoom {
public:
    /// @throws PromiseBroken if the new acts break a promise of the log.
    void follow(const std::vector<Act>& log);

    [[nodiscard]] const Room& room() const { return room_; }
    /// The revision that a command made; nullopt if it is not in the log.
    [[nodiscard]] std::optional<Revision> revision_of(const CommandId& command) const;

    /// @throws PromiseBroken if a server's room differs from the log's. The acts in memory are only
    /// compared in number: settle() compares them fully.
    void expect_same(const Room& room, Instant now) const;

private:
    Room room_ = empty_room(RoomId{"xx"});
    std::unordered_map<CommandId, Revision> commands_;
    Stopwatch stopwatch_;
};

}  // namespace rostrum::simulation
