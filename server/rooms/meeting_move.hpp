#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "floor/act.hpp"
#include "floor/command.hpp"
#include "floor/decide.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "rooms/ports.hpp"
#include "rooms/room_writer.hpp"

namespace rostrum::rooms {

/// Moves a meeting from one room to another. Both rooms wait for it; their two acts are one append,
/// so that the meeting is never in both rooms, or in neither. Lives until it has answered.
class MeetingMove : public std::enable_shared_from_this<MeetingMove> {
public:
    struct Asked {
        Actor actor;
        CommandId id;
        MoveToRoom command;
        CommandUse use;
        RoomWriter::Reply reply;
    };
    static void begin(RoomWriter& from, Asked asked);

    MeetingMove(RoomWriter& from, RoomWriter& to, Asked asked);

private:
    /// One of the two rooms; its writer may be destroyed meanwhile.
    struct Side {
        std::weak_ptr<RoomWriter*> writer;
        /// The room as the act makes it.
        std::optional<Room> next;
    };

    void hold_both();
    /// Reads what the rooms may lack; then decides, or refuses.
    void catch_up(std::function<void(bool)> then);
    void decide();
    [[nodiscard]] RoomActs act_in(Side& side, const RoomWriter& writer, Events events) const;
    void appended(const Appended& result);
    void adopt(Side& side);
    /// Refuses, unless the log shows that it was done long ago.
    void refuse(Refusal refusal);
    void finish(Answer answer);

    Asked asked_;
    Side from_;
    Side to_;
};

}  // namespace rostrum::rooms
