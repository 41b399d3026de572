#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "floor/ids.hpp"
#include "floor/programme.hpp"

/// What is asked of a room. Each command has its handler in acts/, under its own name, and its
/// section in docs/procedure.md.
namespace rostrum {

struct FoundRoom {
    PlannedRoom plan;
};

struct AnnounceMeeting {
    MeetingId meeting;
};
struct OpenMeeting {
    MeetingId meeting;
};
struct SuspendMeeting {
    MeetingId meeting;
};
struct ResumeMeeting {
    MeetingId meeting;
};
struct CloseMeeting {
    MeetingId meeting;
};

struct GiveFloor {
    InscriptionId inscription;
    /// The statement that this ends; none says that nobody has the floor.
    std::optional<StatementId> ending;
};
struct Next {
    std::optional<StatementId> ending;
    /// Whom the sender saw as next; none: whoever it is.
    std::optional<InscriptionId> calling;
};
struct PauseStatement {
    StatementId statement;
};
struct ResumeStatement {
    StatementId statement;
};
struct EndStatement {
    StatementId statement;
};
struct DeclineStatement {
    InscriptionId inscription;
};
struct AddTime {
    StatementId statement;
    /// Below zero it takes time.
    Duration added{};
};
struct SetAllotment {
    InscriptionId inscription;
    Duration allotted{};
};
struct MoveInscription {
    InscriptionId inscription;
    /// None: to the end of the list.
    std::optional<InscriptionId> before;
};
struct MarkPresent {
    DelegationId delegation;
};
struct MarkAbsent {
    DelegationId delegation;
    /// May be empty.
    std::string public_reason;
};
struct ShowNotice {
    std::string text;
};
struct ClearNotice {
    NoticeId notice;
};
struct Undo {
    /// The act that the sender saw as the last one.
    Revision act;
};

using Command = std::variant<FoundRoom, AnnounceMeeting, OpenMeeting, SuspendMeeting, ResumeMeeting,
                             CloseMeeting, GiveFloor, Next, PauseStatement, ResumeStatement,
                             EndStatement, DeclineStatement, AddTime, SetAllotment, MoveInscription,
                             MarkPresent, MarkAbsent, ShowNotice, ClearNotice, Undo>;

}  // namespace rostrum
