#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "floor/allotment.hpp"
#include "floor/asking.hpp"
#include "floor/balance.hpp"
#include "floor/display_settings.hpp"
#include "floor/ids.hpp"
#include "floor/programme.hpp"
#include "floor/signal.hpp"

/// What clients ask of a room. Each command has a handler of the same name and a section in
/// docs/procedure.md.
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
    /// nullopt: nobody knows yet. Of a suspended meeting this is the new time.
    std::optional<Instant> resumes_at = std::nullopt;
};
struct ResumeMeeting {
    MeetingId meeting;
};
struct CloseMeeting {
    MeetingId meeting;
};

struct GiveFloor {
    InscriptionId inscription;
    /// The statement that this ends; nullopt if the sender saw an empty floor.
    std::optional<StatementId> ending;
};
struct Next {
    std::optional<StatementId> ending;
    /// The inscription that the sender saw as next; nullopt accepts any.
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
    /// Negative to take time.
    Duration added{};
};
struct SetAllotment {
    InscriptionId inscription;
    Duration allotted{};
};
struct MoveInscription {
    InscriptionId inscription;
    /// nullopt: the end of the list.
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
    /// Zero: until somebody takes it off.
    Duration shown_for{};
    /// Beside the floor, to that time: a vote, a drafting group. It stays at 0:00.
    bool counts_down = false;
};
struct ClearNotice {
    NoticeId notice;
};
struct Undo {
    /// The act that the sender saw as the last one.
    Revision act;
};

struct MarkExpected {
    DelegationId delegation;
};
struct HaveStatementRead {
    DelegationId delegation;
    DelegationId reader;
};
struct HonourEmptyChair {
    InscriptionId inscription;
    std::optional<StatementId> ending;
    /// Zero: no silence, the meeting continues.
    Duration silence{};
};

struct OpenQuestions {
    /// 0: only the room's own limit.
    std::uint32_t most = 0;
    /// Zero: until somebody closes it.
    Duration open_for{};
    bool accept_at_once = false;
};
struct CloseQuestions {};
struct RequestFloor {
    DelegationId delegation;
    InscriptionKind kind{};
    std::vector<DelegationId> addressed_to;
};
struct AcceptRequest {
    InscriptionId request;
    /// nullopt: after the others of its kind.
    std::optional<InscriptionId> before;
};
struct DeclineRequest {
    InscriptionId request;
};
struct Withdraw {
    InscriptionId inscription;
};
struct Inscribe {
    /// nullopt for a follow-up, which is the moderator's.
    std::optional<DelegationId> delegation;
    InscriptionKind kind{};
    std::vector<DelegationId> addressed_to;
};
struct BeginAnswers {
    std::vector<DelegationId> delegations;
    /// Zero: the budget of the rules.
    Duration budget{};
    /// Gives the first of them the floor at once.
    bool calls_first = false;
    /// With calls_first: the statement that this ends; nullopt if the sender saw an empty floor.
    std::optional<StatementId> ending = std::nullopt;
};
struct RaisePointOfOrder {
    DelegationId delegation;
    std::optional<StatementId> interrupting;
};
struct RuleOnPointOfOrder {
    StatementId statement;
    Ruling ruling{};
    /// May be empty.
    std::string text;
};
struct Yield {
    StatementId statement;
    InscriptionId to;
};

struct Reallocate {
    std::vector<Allotment> allotments;
    Duration reserve{};
};
struct SetHardStop {
    std::optional<Instant> at;
};

struct SendSignal {
    SignalKind kind{};
    std::optional<DelegationId> delegation;
    /// With SignalKind::text only.
    std::string text;
};
struct SetDisplay {
    DisplaySettings display;
};
struct TakeControls {};
struct HandBackControls {};

struct EnterRoll {
    /// ISO 3166-1 alpha-2.
    std::vector<std::string> state_codes;
    /// nullopt: the current meeting.
    std::optional<MeetingId> meeting = std::nullopt;
    /// A body that is no State, by its name; may be empty.
    std::string guest{};
};
struct LeaveRoll {
    std::vector<std::string> state_codes;
    /// nullopt: the current meeting.
    std::optional<MeetingId> meeting = std::nullopt;
    /// They were never in the room: they were entered by mistake.
    bool mistaken = false;
    /// Of an organisation on the roll, its name; may be empty.
    std::string guest{};
};
struct PlanMeetings {
    std::vector<PlannedMeeting> meetings;
};
struct CancelMeeting {
    MeetingId meeting;
};
struct MoveMeeting {
    MeetingId meeting;
    /// nullopt: the end.
    std::optional<MeetingId> before;
};
struct SetRules {
    Rules rules;
};
struct NameSpeaker {
    MeetingId meeting;
    DelegationId delegation;
    std::string name;
};
struct WithholdName {
    MeetingId meeting;
    DelegationId delegation;
};
struct EraseName {
    MeetingId meeting;
    DelegationId delegation;
};
/// Gives back the time that a statement lost while no server ran, or dismisses the offer.
struct SettleLostTime {
    StatementId statement;
    /// The offer that the sender saw.
    Duration offered{};
    bool give_back = false;
};
/// Sent by the server itself: no server ran between these instants.
struct ReportOutage {
    Instant from;
    Instant to;
};
/// How delegations ask for the floor.
struct SetAsking {
    Asking asking;
};
struct DeclineRequests {
    /// Those of them that are gone meanwhile are passed over.
    std::vector<InscriptionId> requests;
};
/// Lets a phone ask that waits for approval or was shut out.
struct AdmitPhone {
    std::string device;
};
/// Ends a phone's asking for the meeting.
struct ShutOutPhone {
    std::string device;
};
/// Corrects the facts of a plate after its meeting was closed.
struct CorrectPlate {
    MeetingId meeting;
    DelegationId delegation;
    DelegationKind kind{};
    std::string title;
    /// May be empty.
    std::string subject;
    Standing standing = Standing::present;
    /// With Standing::absent only; may be empty.
    std::string absence_reason;
    RepresentedBy represented_by = RepresentedBy::undeclared;
    /// May be empty.
    std::string short_title{};
    /// With Standing::read_by only; nullopt: as it is.
    std::optional<DelegationId> reader = std::nullopt;
};
/// Notes something about a speaker, for the podium only.
struct SetNote {
    MeetingId meeting;
    DelegationId delegation;
    /// Empty: no note.
    std::string note;
};
/// Each goes after the others of its kind.
struct AcceptRequests {
    /// Those of them that are gone meanwhile are passed over.
    std::vector<InscriptionId> requests;
};
/// Lets several phones ask that wait for approval.
struct AdmitPhones {
    /// Those of them that wait no longer are passed over.
    std::vector<std::string> devices;
};
/// Accepts a proposed order of those who wait.
struct ArrangeList {
    BalancedBy by{};
    /// The proposal that the sender saw: all who wait.
    std::vector<InscriptionId> inscriptions;
};

/// Its shown name; its id stays.
struct RenameRoom {
    std::string name;
};
/// Moves a planned meeting to another room of this server, in one commit with that room's act.
struct MoveToRoom {
    MeetingId meeting;
    RoomId room;
};
/// Leaves the room, or takes it into use again: an archived room holds no meeting any more, and its
/// record can be read and corrected.
struct ArchiveRoom {
    bool archived = false;
};

using Command =
    std::variant<FoundRoom, AnnounceMeeting, OpenMeeting, SuspendMeeting, ResumeMeeting,
                 CloseMeeting, GiveFloor, Next, PauseStatement, ResumeStatement, EndStatement,
                 DeclineStatement, AddTime, SetAllotment, MoveInscription, MarkPresent, MarkAbsent,
                 ShowNotice, ClearNotice, Undo, MarkExpected, HaveStatementRead, HonourEmptyChair,
                 OpenQuestions, CloseQuestions, RequestFloor, AcceptRequest, DeclineRequest,
                 Withdraw, Inscribe, BeginAnswers, RaisePointOfOrder, RuleOnPointOfOrder, Yield,
                 Reallocate, SetHardStop, SendSignal, SetDisplay, TakeControls, HandBackControls,
                 EnterRoll, LeaveRoll, PlanMeetings, CancelMeeting, MoveMeeting, SetRules,
                 NameSpeaker, WithholdName, EraseName, SettleLostTime, ReportOutage, SetAsking,
                 DeclineRequests, AdmitPhone, ShutOutPhone, CorrectPlate, SetNote, AcceptRequests,
                 ArrangeList, RenameRoom, MoveToRoom, ArchiveRoom, AdmitPhones>;

}  // namespace rostrum
