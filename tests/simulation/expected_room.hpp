#pragma once

#include <unordered_map>
#include <vector>

#include "floor/act.hpp"
#include "floor/room.hpp"
#include "memory_log.hpp"
#include "stopwatch.hpp"

namespace rostrum::simulation {

/// What the log says, read act by act as it grows, apart from every server.
class ExpectedRoom {
public:
    /// @throws Seen if what was added breaks a promise of the log.
    void follow(const std::vector<Act>& log);

    [[nodiscard]] const Room& room() const { return room_; }
    /// The revision that a command made; none if it is not in the log.
    [[nodiscard]] std::optional<Revision> revision_of(const CommandId& command) const;

    /// @throws Seen if the room that a server stands at is not the one that the log makes, as far
    ///         as can be seen at a glance: a thousand remembered acts are left to the full check.
    void expect_same(const Room& room, Instant now) const;

private:
    Room room_ = empty_room(RoomId{"xx"});
    std::unordered_map<CommandId, Revision> commands_;
    Stopwatch stopwatch_;
};

}  // namespace rostrum::simulation
