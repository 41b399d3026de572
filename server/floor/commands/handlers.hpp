#pragma once

#include "floor/command.hpp"
#include "floor/decide.hpp"
#include "floor/room.hpp"

/// The rules of the floor, one command a file: its requirements, refusals and events. The sender's
/// permission is already checked.
namespace rostrum::commands {

/// The sender and the instant, for rules that need them.
struct CommandContext {
    const Actor& actor;
    Instant now;
};

[[nodiscard]] Decision decide(const Room& room, const FoundRoom& command);
[[nodiscard]] Decision decide(const Room& room, const AnnounceMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const OpenMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const SuspendMeeting& command,
                              const CommandContext& context);
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
[[nodiscard]] Decision decide(const Room& room, const ShowNotice& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const ClearNotice& command);
[[nodiscard]] Decision decide(const Room& room, const Undo& command, const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const MarkExpected& command);
[[nodiscard]] Decision decide(const Room& room, const HaveStatementRead& command);
[[nodiscard]] Decision decide(const Room& room, const HonourEmptyChair& command);
[[nodiscard]] Decision decide(const Room& room, const OpenQuestions& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const CloseQuestions& command);
[[nodiscard]] Decision decide(const Room& room, const RequestFloor& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const AcceptRequest& command);
[[nodiscard]] Decision decide(const Room& room, const DeclineRequest& command);
[[nodiscard]] Decision decide(const Room& room, const Withdraw& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const Inscribe& command);
[[nodiscard]] Decision decide(const Room& room, const BeginAnswers& command);
[[nodiscard]] Decision decide(const Room& room, const RaisePointOfOrder& command);
[[nodiscard]] Decision decide(const Room& room, const RuleOnPointOfOrder& command);
[[nodiscard]] Decision decide(const Room& room, const Yield& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const Reallocate& command);
[[nodiscard]] Decision decide(const Room& room, const SetHardStop& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const SendSignal& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const SetDisplay& command);
[[nodiscard]] Decision decide(const Room& room, const TakeControls& command);
[[nodiscard]] Decision decide(const Room& room, const HandBackControls& command);
[[nodiscard]] Decision decide(const Room& room, const EnterRoll& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const LeaveRoll& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const PlanMeetings& command);
[[nodiscard]] Decision decide(const Room& room, const CancelMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const MoveMeeting& command);
[[nodiscard]] Decision decide(const Room& room, const SetRules& command);
[[nodiscard]] Decision decide(const Room& room, const NameSpeaker& command);
[[nodiscard]] Decision decide(const Room& room, const WithholdName& command);
[[nodiscard]] Decision decide(const Room& room, const EraseName& command);
[[nodiscard]] Decision decide(const Room& room, const SettleLostTime& command);
[[nodiscard]] Decision decide(const Room& room, const ReportOutage& command,
                              const CommandContext& context);
[[nodiscard]] Decision decide(const Room& room, const SetAsking& command);
[[nodiscard]] Decision decide(const Room& room, const DeclineRequests& command);
[[nodiscard]] Decision decide(const Room& room, const AdmitPhone& command);
[[nodiscard]] Decision decide(const Room& room, const ShutOutPhone& command);
[[nodiscard]] Decision decide(const Room& room, const CorrectPlate& command);
[[nodiscard]] Decision decide(const Room& room, const SetNote& command);
[[nodiscard]] Decision decide(const Room& room, const AcceptRequests& command);
[[nodiscard]] Decision decide(const Room& room, const ArrangeList& command);
[[nodiscard]] Decision decide(const Room& room, const RenameRoom& command);
/// What the room does that the meeting leaves; `arrival` is what the other one does.
[[nodiscard]] Decision decide(const Room& room, const MoveToRoom& command);
[[nodiscard]] Decision decide(const Room& room, const ArchiveRoom& command);
[[nodiscard]] Decision decide(const Room& room, const AdmitPhones& command);

}  // namespace rostrum::commands
