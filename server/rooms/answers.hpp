#pragma once

#include "floor/act.hpp"
#include "floor/command.hpp"
#include "floor/decide.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "rooms/recent_commands.hpp"
#include "rooms/room_writer.hpp"

/// What a room writer answers, and the acts that it makes, for a batch and for a MeetingMove.
namespace rostrum::rooms {

[[nodiscard]] Refusal id_is_used();

/// The answer to a command whose id was used before.
[[nodiscard]] Answer answer_again(const RecentCommands::Done& done, const CommandUse& use);

/// @param may_be_done whether the log may hold it all the same.
[[nodiscard]] Refusal not_written(bool may_be_done);

[[nodiscard]] Refusal breaks_a_rule();

/// While a meeting is open, time does not run backwards.
[[nodiscard]] Instant next_instant(const Room& room, Clock& clock);

/// The act that follows the room's latest one.
[[nodiscard]] Act next_act(const Room& room, Instant now, const Actor& actor,
                           const CommandId& command, CommandKind kind, Events events);

}  // namespace rostrum::rooms
