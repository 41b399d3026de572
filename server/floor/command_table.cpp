#include "floor/command_table.hpp"

#include <array>
#include <cstddef>
#include <variant>

namespace rostrum {

namespace {

/// A bit for each role.
using Roles = unsigned;
constexpr Roles only(Role role) {
    return 1U << static_cast<unsigned>(role);
}

constexpr Roles secretariat = only(Role::secretariat);
constexpr Roles podium = secretariat | only(Role::chair);
constexpr Roles podium_and_delegations = podium | only(Role::delegation);
/// commands/send_signal.cpp says which signals each role may send.
constexpr Roles podium_and_signallers = podium | only(Role::speaker) | only(Role::interpreter);

constexpr bool of_the_floor = true;
constexpr bool beside_the_floor = false;
constexpr bool undoable = true;
constexpr bool of_the_record = true;

struct Row {
    CommandKind kind{};
    Roles senders = 0;
    bool is_of_the_floor = false;
    bool is_undoable = false;
    bool is_of_the_record = false;
};

/// In the order of Command.
constexpr std::array<Row, std::variant_size_v<Command>> table{{
    {kind_of<FoundRoom>(), secretariat, beside_the_floor},
    {kind_of<AnnounceMeeting>(), podium, of_the_floor, undoable},
    {kind_of<OpenMeeting>(), podium, of_the_floor, undoable},
    {kind_of<SuspendMeeting>(), podium, of_the_floor, undoable},
    {kind_of<ResumeMeeting>(), podium, of_the_floor, undoable},
    {kind_of<CloseMeeting>(), podium, of_the_floor, undoable},
    {kind_of<GiveFloor>(), podium, of_the_floor, undoable},
    {kind_of<Next>(), podium, of_the_floor, undoable},
    {kind_of<PauseStatement>(), podium, of_the_floor, undoable},
    {kind_of<ResumeStatement>(), podium, of_the_floor, undoable},
    {kind_of<EndStatement>(), podium, of_the_floor, undoable},
    {kind_of<DeclineStatement>(), podium, of_the_floor, undoable},
    {kind_of<AddTime>(), podium, of_the_floor, undoable},
    {kind_of<SetAllotment>(), podium, of_the_floor, undoable},
    {kind_of<MoveInscription>(), podium, of_the_floor, undoable},
    {kind_of<MarkPresent>(), podium, of_the_floor, undoable},
    {kind_of<MarkAbsent>(), podium, of_the_floor, undoable},
    {kind_of<ShowNotice>(), podium, of_the_floor, undoable},
    {kind_of<ClearNotice>(), podium, of_the_floor, undoable},
    {kind_of<Undo>(), podium, of_the_floor},
    {kind_of<MarkExpected>(), podium, of_the_floor, undoable},
    {kind_of<HaveStatementRead>(), podium, of_the_floor, undoable},
    {kind_of<HonourEmptyChair>(), podium, of_the_floor, undoable},
    {kind_of<OpenQuestions>(), podium, of_the_floor, undoable},
    {kind_of<CloseQuestions>(), podium, of_the_floor, undoable},
    {kind_of<RequestFloor>(), podium_and_delegations, beside_the_floor},
    {kind_of<AcceptRequest>(), podium, of_the_floor, undoable},
    {kind_of<DeclineRequest>(), podium, of_the_floor, undoable},
    {kind_of<Withdraw>(), podium_and_delegations, beside_the_floor},
    {kind_of<Inscribe>(), podium, of_the_floor, undoable},
    {kind_of<BeginAnswers>(), podium, of_the_floor, undoable},
    {kind_of<RaisePointOfOrder>(), podium, of_the_floor, undoable},
    {kind_of<RuleOnPointOfOrder>(), podium, of_the_floor, undoable},
    {kind_of<Yield>(), podium, of_the_floor, undoable},
    {kind_of<Reallocate>(), podium, of_the_floor, undoable},
    {kind_of<SetHardStop>(), podium, of_the_floor, undoable},
    {kind_of<SendSignal>(), podium_and_signallers, beside_the_floor},
    {kind_of<SetDisplay>(), podium, beside_the_floor},
    {kind_of<TakeControls>(), secretariat, beside_the_floor},
    {kind_of<HandBackControls>(), podium, beside_the_floor},
    {kind_of<EnterRoll>(), podium_and_delegations, beside_the_floor, !undoable, of_the_record},
    {kind_of<LeaveRoll>(), podium, beside_the_floor, !undoable, of_the_record},
    {kind_of<PlanMeetings>(), secretariat, beside_the_floor},
    {kind_of<CancelMeeting>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<MoveMeeting>(), secretariat, beside_the_floor},
    {kind_of<SetRules>(), secretariat, beside_the_floor},
    {kind_of<NameSpeaker>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<WithholdName>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<EraseName>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<SettleLostTime>(), podium, of_the_floor, undoable},
    {kind_of<ReportOutage>(), secretariat, beside_the_floor},
    {kind_of<SetAsking>(), secretariat, beside_the_floor},
    {kind_of<DeclineRequests>(), podium, of_the_floor, undoable},
    {kind_of<AdmitPhone>(), podium, of_the_floor, undoable},
    {kind_of<ShutOutPhone>(), podium, of_the_floor, undoable},
    {kind_of<CorrectPlate>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<SetNote>(), podium, beside_the_floor, !undoable, of_the_record},
    {kind_of<AcceptRequests>(), podium, of_the_floor, undoable},
    {kind_of<ArrangeList>(), podium, of_the_floor, undoable},
    {kind_of<RenameRoom>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<MoveToRoom>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<ArchiveRoom>(), secretariat, beside_the_floor, !undoable, of_the_record},
    {kind_of<AdmitPhones>(), podium, of_the_floor, undoable},
}};

constexpr bool is_in_order() {
    for (std::size_t place = 0; place < table.size(); ++place)
        if (table[place].kind != static_cast<CommandKind>(place) || table[place].senders == 0)
            return false;
    return true;
}
static_assert(is_in_order(), "Each command has one row, in the order of Command.");

const Row& row_of(CommandKind act) {
    return table.at(static_cast<std::size_t>(act));
}

}  // namespace

bool may(Role role, CommandKind act) {
    return (row_of(act).senders & only(role)) != 0;
}

bool is_of_the_floor(CommandKind act) {
    return row_of(act).is_of_the_floor;
}

bool is_of_the_record(CommandKind act) {
    return row_of(act).is_of_the_record;
}

bool is_undoable(CommandKind act) {
    return row_of(act).is_undoable;
}

}  // namespace rostrum
