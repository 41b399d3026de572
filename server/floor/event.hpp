#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "floor/allotment.hpp"
#include "floor/asking.hpp"
#include "floor/display_settings.hpp"
#include "floor/ids.hpp"
#include "floor/programme.hpp"
#include "floor/signal.hpp"

/// What happened in a room. An event states a fact; `decide` has checked before that it may happen.
/// Events without a meeting concern the current one.
namespace rostrum {

struct RoomFounded {
    std::string name;
    std::string time_zone;
    friend bool operator==(const RoomFounded&, const RoomFounded&) = default;
};

/// Carries no person's name: its plan's speaker names are empty.
struct MeetingPlanned {
    PlannedMeeting plan;
    friend bool operator==(const MeetingPlanned&, const MeetingPlanned&) = default;
};

/// The only event that holds a person's name, so that it can be erased while the rest stays.
struct SpeakerNamed {
    MeetingId meeting;
    DelegationId delegation;
    std::string name;
    friend bool operator==(const SpeakerNamed&, const SpeakerNamed&) = default;
};

struct MeetingAnnounced {
    MeetingId meeting;
    friend bool operator==(const MeetingAnnounced&, const MeetingAnnounced&) = default;
};
struct MeetingOpened {
    MeetingId meeting;
    friend bool operator==(const MeetingOpened&, const MeetingOpened&) = default;
};
/// Of a suspended meeting: it resumes at another time.
struct MeetingSuspended {
    MeetingId meeting;
    std::optional<Instant> resumes_at = std::nullopt;
    friend bool operator==(const MeetingSuspended&, const MeetingSuspended&) = default;
};
struct MeetingResumed {
    MeetingId meeting;
    friend bool operator==(const MeetingResumed&, const MeetingResumed&) = default;
};
struct MeetingClosed {
    MeetingId meeting;
    friend bool operator==(const MeetingClosed&, const MeetingClosed&) = default;
};

struct FloorGiven {
    InscriptionId inscription;
    friend bool operator==(const FloorGiven&, const FloorGiven&) = default;
};
struct StatementPaused {
    StatementId statement;
    friend bool operator==(const StatementPaused&, const StatementPaused&) = default;
};
struct StatementResumed {
    StatementId statement;
    friend bool operator==(const StatementResumed&, const StatementResumed&) = default;
};
struct StatementEnded {
    StatementId statement;
    friend bool operator==(const StatementEnded&, const StatementEnded&) = default;
};
struct StatementDeclined {
    InscriptionId inscription;
    friend bool operator==(const StatementDeclined&, const StatementDeclined&) = default;
};
struct TimeAdded {
    StatementId statement;
    Duration added{};
    friend bool operator==(const TimeAdded&, const TimeAdded&) = default;
};
struct AllotmentSet {
    InscriptionId inscription;
    Duration allotted{};
    friend bool operator==(const AllotmentSet&, const AllotmentSet&) = default;
};
struct InscriptionMoved {
    InscriptionId inscription;
    std::optional<InscriptionId> before;
    friend bool operator==(const InscriptionMoved&, const InscriptionMoved&) = default;
};
struct MarkedPresent {
    DelegationId delegation;
    friend bool operator==(const MarkedPresent&, const MarkedPresent&) = default;
};
struct MarkedAbsent {
    DelegationId delegation;
    std::string public_reason;
    friend bool operator==(const MarkedAbsent&, const MarkedAbsent&) = default;
};
struct NoticeShown {
    std::string text;
    /// nullopt: until it is cleared.
    std::optional<Instant> until = std::nullopt;
    bool counts_down = false;
    friend bool operator==(const NoticeShown&, const NoticeShown&) = default;
};
struct NoticeCleared {
    NoticeId notice;
    friend bool operator==(const NoticeCleared&, const NoticeCleared&) = default;
};
/// Undo took back this act, the last remembered one.
struct ActUndone {
    Revision act;
    friend bool operator==(const ActUndone&, const ActUndone&) = default;
};
/// Expected, but not here yet.
struct MarkedExpected {
    DelegationId delegation;
    friend bool operator==(const MarkedExpected&, const MarkedExpected&) = default;
};
/// Another delegation reads the statement.
struct StatementHanded {
    DelegationId delegation;
    DelegationId reader;
    friend bool operator==(const StatementHanded&, const StatementHanded&) = default;
};
/// The turn of an empty chair came, and the meeting went on.
struct ChairLeftEmpty {
    InscriptionId inscription;
    friend bool operator==(const ChairLeftEmpty&, const ChairLeftEmpty&) = default;
};
/// The turn of an empty chair came, and a silence is held.
struct SilenceBegun {
    InscriptionId inscription;
    Duration length{};
    friend bool operator==(const SilenceBegun&, const SilenceBegun&) = default;
};
struct QuestionsOpened {
    std::uint32_t most = 0;
    std::optional<Instant> closes_at;
    bool accept_at_once = false;
    friend bool operator==(const QuestionsOpened&, const QuestionsOpened&) = default;
};
struct QuestionsClosed {
    friend bool operator==(const QuestionsClosed&, const QuestionsClosed&) = default;
};
/// The request's id is `ask-` and the revision. Like everything outside the proceedings, it names
/// its meeting and survives Undo.
struct FloorRequested {
    MeetingId meeting;
    DelegationId delegation;
    InscriptionKind kind{};
    std::vector<DelegationId> addressed_to;
    friend bool operator==(const FloorRequested&, const FloorRequested&) = default;
};
struct RequestAccepted {
    MeetingId meeting;
    InscriptionId request;
    Duration allotted{};
    std::optional<InscriptionId> before;
    friend bool operator==(const RequestAccepted&, const RequestAccepted&) = default;
};
struct RequestDeclined {
    InscriptionId request;
    friend bool operator==(const RequestDeclined&, const RequestDeclined&) = default;
};
struct Withdrawn {
    MeetingId meeting;
    InscriptionId inscription;
    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};
/// The inscription's id is `entry-` and the revision.
struct Inscribed {
    DelegationId delegation;
    InscriptionKind kind{};
    std::vector<DelegationId> addressed_to;
    Duration allotted{};
    friend bool operator==(const Inscribed&, const Inscribed&) = default;
};
/// The inscriptions' ids are `answer-`, the revision and `-1`, `-2`…
struct AnswersBegun {
    std::vector<DelegationId> delegations;
    Duration budget{};
    friend bool operator==(const AnswersBegun&, const AnswersBegun&) = default;
};
/// The inscription's id is `order-` and the revision. It interrupts the statement in progress.
struct PointOfOrderRaised {
    DelegationId delegation;
    Duration allotted{};
    friend bool operator==(const PointOfOrderRaised&, const PointOfOrderRaised&) = default;
};
/// Gives the floor back to the interrupted speaker.
struct PointOfOrderRuled {
    StatementId statement;
    Ruling ruling{};
    std::string text;
    friend bool operator==(const PointOfOrderRuled&, const PointOfOrderRuled&) = default;
};
struct TimeReallocated {
    std::vector<Allotment> allotments;
    Duration reserve{};
    friend bool operator==(const TimeReallocated&, const TimeReallocated&) = default;
};
struct HardStopSet {
    std::optional<Instant> at;
    friend bool operator==(const HardStopSet&, const HardStopSet&) = default;
};
struct SignalSent {
    SignalKind kind{};
    Role from{};
    std::optional<DelegationId> delegation;
    std::string text;
    friend bool operator==(const SignalSent&, const SignalSent&) = default;
};
struct DisplaySet {
    DisplaySettings display;
    friend bool operator==(const DisplaySet&, const DisplaySet&) = default;
};
struct ControlsPassed {
    Role to{};
    friend bool operator==(const ControlsPassed&, const ControlsPassed&) = default;
};
struct RollEntered {
    MeetingId meeting;
    std::vector<std::string> state_codes;
    friend bool operator==(const RollEntered&, const RollEntered&) = default;
};
struct RollLeft {
    MeetingId meeting;
    std::vector<std::string> state_codes;
    /// They were never in the room.
    bool mistaken = false;
    /// An organisation that left, by its name; may be empty.
    std::string guest{};
    friend bool operator==(const RollLeft&, const RollLeft&) = default;
};
/// Carries no person's name.
struct MeetingEdited {
    PlannedMeeting plan;
    /// Those who wait are called in the order of the plan, also while the meeting is open.
    bool reordered = false;
    friend bool operator==(const MeetingEdited&, const MeetingEdited&) = default;
};
struct MeetingCancelled {
    MeetingId meeting;
    friend bool operator==(const MeetingCancelled&, const MeetingCancelled&) = default;
};
struct MeetingRescheduled {
    MeetingId meeting;
    Instant starts_at;
    Instant ends_at;
    friend bool operator==(const MeetingRescheduled&, const MeetingRescheduled&) = default;
};
struct RulesSet {
    Rules rules;
    friend bool operator==(const RulesSet&, const RulesSet&) = default;
};
struct NameWithheld {
    MeetingId meeting;
    DelegationId delegation;
    friend bool operator==(const NameWithheld&, const NameWithheld&) = default;
};
/// With this event the log erases the name in every SpeakerNamed of this plate.
struct NameErased {
    MeetingId meeting;
    DelegationId delegation;
    friend bool operator==(const NameErased&, const NameErased&) = default;
};

/// No server ran between these instants. The statement that ran meanwhile lost that time.
struct OutageReported {
    Instant from;
    Instant to;
    friend bool operator==(const OutageReported&, const OutageReported&) = default;
};
/// Ends the offer of lost time. A TimeAdded in the same act gives it back.
struct LostTimeSettled {
    StatementId statement;
    friend bool operator==(const LostTimeSettled&, const LostTimeSettled&) = default;
};

struct AskingSet {
    Asking asking;
    friend bool operator==(const AskingSet&, const AskingSet&) = default;
};
/// A phone wants to ask for a delegation, and waits for the podium's approval.
struct PhoneHeld {
    MeetingId meeting;
    std::string device;
    DelegationId delegation;
    friend bool operator==(const PhoneHeld&, const PhoneHeld&) = default;
};
struct PhoneAdmitted {
    MeetingId meeting;
    std::string device;
    DelegationId delegation;
    friend bool operator==(const PhoneAdmitted&, const PhoneAdmitted&) = default;
};
struct PhoneShutOut {
    MeetingId meeting;
    std::string device;
    DelegationId delegation;
    friend bool operator==(const PhoneShutOut&, const PhoneShutOut&) = default;
};
/// An organisation is in the room: it has a card, or the chair or the secretariat entered it.
struct OrganisationEntered {
    MeetingId meeting;
    std::string name;
    friend bool operator==(const OrganisationEntered&, const OrganisationEntered&) = default;
};
/// A plan says how a plate of any meeting stands.
struct StandingPlanned {
    MeetingId meeting;
    DelegationId delegation;
    Standing standing{};
    std::string public_reason;
    friend bool operator==(const StandingPlanned&, const StandingPlanned&) = default;
};
/// The facts of a plate as they were, corrected after the meeting.
struct PlateCorrected {
    MeetingId meeting;
    DelegationId delegation;
    DelegationKind kind{};
    std::string title;
    std::string subject;
    Standing standing = Standing::present;
    std::string absence_reason;
    RepresentedBy represented_by = RepresentedBy::undeclared;
    std::string short_title{};
    /// With Standing::read_by only.
    std::optional<DelegationId> reader = std::nullopt;
    friend bool operator==(const PlateCorrected&, const PlateCorrected&) = default;
};
struct NoteSet {
    MeetingId meeting;
    DelegationId delegation;
    std::string note;
    friend bool operator==(const NoteSet&, const NoteSet&) = default;
};
/// Those who wait are called in this order.
struct ListArranged {
    std::vector<InscriptionId> inscriptions;
    friend bool operator==(const ListArranged&, const ListArranged&) = default;
};

struct RoomRenamed {
    std::string name;
    friend bool operator==(const RoomRenamed&, const RoomRenamed&) = default;
};
/// The meeting is in the other room from now on, with its names: this room's act erases them here.
struct MeetingMovedAway {
    MeetingId meeting;
    RoomId to;
    /// The plates whose name is withheld or was erased: no programme gives them one here.
    std::vector<DelegationId> withheld;
    /// What the other room is called then; empty in acts of earlier versions.
    std::string to_name;
    friend bool operator==(const MeetingMovedAway&, const MeetingMovedAway&) = default;
};
/// Ends the act by which a meeting comes from another room.
struct MeetingMovedHere {
    MeetingId meeting;
    RoomId from;
    friend bool operator==(const MeetingMovedHere&, const MeetingMovedHere&) = default;
};
struct RoomArchived {
    bool archived = false;
    friend bool operator==(const RoomArchived&, const RoomArchived&) = default;
};

using Event = std::variant<
    RoomFounded, MeetingPlanned, SpeakerNamed, MeetingAnnounced, MeetingOpened, MeetingSuspended,
    MeetingResumed, MeetingClosed, FloorGiven, StatementPaused, StatementResumed, StatementEnded,
    StatementDeclined, TimeAdded, AllotmentSet, InscriptionMoved, MarkedPresent, MarkedAbsent,
    NoticeShown, NoticeCleared, ActUndone, MarkedExpected, StatementHanded, ChairLeftEmpty,
    SilenceBegun, QuestionsOpened, QuestionsClosed, FloorRequested, RequestAccepted,
    RequestDeclined, Withdrawn, Inscribed, AnswersBegun, PointOfOrderRaised, PointOfOrderRuled,
    TimeReallocated, HardStopSet, SignalSent, DisplaySet, ControlsPassed, RollEntered, RollLeft,
    MeetingEdited, MeetingCancelled, MeetingRescheduled, RulesSet, NameWithheld, NameErased,
    OutageReported, LostTimeSettled, AskingSet, PhoneHeld, PhoneAdmitted, PhoneShutOut,
    OrganisationEntered, StandingPlanned, PlateCorrected, NoteSet, ListArranged, RoomRenamed,
    MeetingMovedAway, MeetingMovedHere, RoomArchived>;

}  // namespace rostrum
