#pragma once

#include "floor/command.hpp"
#include "floor/decide.hpp"
#include "floor/room.hpp"

/// The rules of the floor, one command a file: what it requires, how it is refused, what happens.
/// Who may send it was checked before.
namespace rostrum::acts {

[[nodiscard]] Decision decide(const Room& room, const FoundRoom& command);
[[nodiscard]] Decision decide(const Room& room, const AnnounceMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const OpenMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const SuspendMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const ResumeMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const CloseMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const GiveFloor& command);
[[nodiscard]] Decision decide(const Room& room, const Next& command);
[[nodiscard]] Decision decide(const Room& room, const PauseStatement& command);
[[nodiscard]] Decision decide(const Room& room, const ResumeStatement& command);
[[nodiscard]] Decision decide(const Room& room, const EndStatement& command);
[[nodiscard]] Decision decide(const Room& room, const DeclineStatement& command);
[[nodiscard]] Decision decide(const Room& room, const AddTime& command);
[[nodiscard]] Decision decide(const Room& room, const SetAllotment& command);
[[nodiscard]] Decision decide(const Room& room, const MoveInscription& command);
[[nodiscard]] Decision decide(const Room& room, const MarkPresent& command);
[[nodiscard]] Decision decide(const Room& room, const MarkAbsent& command);
[[nodiscard]] Decision decide(const Room& room, const ShowNotice& command);
[[nodiscard]] Decision decide(const Room& room, const ClearNotice& command);
[[nodiscard]] Decision decide(const Room& room, const Undo& command);

}  // namespace rostrum::acts
