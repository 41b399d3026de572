#pragma once

#include <optional>
#include <string>

#include "floor/act.hpp"
#include "floor/event.hpp"
#include "floor/room.hpp"

/// Applies events to a room, one subject a file. `decide` has checked whether an event may happen.
/// This code checks only that it makes sense, so that a log that was tampered with fails with a
/// clear error.
namespace rostrum::folding {

/// The target of an event: the room and the act.
struct FoldContext {
    Room& room;
    const Act& act;

    /// Returns the current meeting for editing.
    /// @throws InvariantBroken where there is none, or another than expected.
    [[nodiscard]] Meeting& current() const;
    [[nodiscard]] Meeting& current(const MeetingId& expected) const;
    /// nullptr if the programme has no such meeting. Events outside the proceedings reach their
    /// meeting even after acts of the floor were undone.
    [[nodiscard]] Meeting* meeting(const MeetingId& id) const;
};

/// @throws InvariantBroken where it is not on the list.
[[nodiscard]] Inscription& on_the_list(Meeting& meeting, const InscriptionId& id);

/// Checks a duration before it is added to anything, so that no sum overflows.
void require_allottable(Duration allotted);

/// Gives the floor, which must be free, to an inscription.
void give_floor(Meeting& meeting, Inscription& inscription, const Act& act);
/// Records the turn and sets the inscription's status.
void end_statement(Meeting& meeting, InscriptionStatus status, Instant at);

/// Returns the inscription before which a new one of this kind goes: after waiting ones of its
/// kind, before later kinds.
[[nodiscard]] std::optional<InscriptionId> position_for(const Meeting& meeting,
                                                        InscriptionKind kind);
/// nullopt: the end of the list.
void put_on_the_list(Meeting& meeting, Inscription inscription,
                     const std::optional<InscriptionId>& before);

/// Takes a name off the screens; the room keeps it apart.
void hide_name(Room& room, const PlateOfMeeting& plate, NameStanding standing);
/// Notes that the phone that sent this act asks for the delegation, or waits to.
/// @returns nullptr if no phone sent it.
Phone* note_phone(const FoldContext& context, Meeting& meeting, const DelegationId& delegation,
                  PhoneStanding standing = PhoneStanding::admitted);
/// Counts the act against the pace of the phone, if one sent it.
void pay(const FoldContext& context, Phone* phone);

[[nodiscard]] InscriptionId id_of(const char* prefix, Revision revision);

// The programme and the course of a meeting: fold/programme.cpp
/// Notes that this act changed the programme.
void programme_changed(const FoldContext& context);
void fold(const FoldContext& context, const RoomFounded& event);
void fold(const FoldContext& context, const RoomRenamed& event);
void fold(const FoldContext& context, const RoomArchived& event);
void fold(const FoldContext& context, const MeetingPlanned& event);
void fold(const FoldContext& context, const MeetingEdited& event);
void fold(const FoldContext& context, const MeetingCancelled& event);
void fold(const FoldContext& context, const MeetingRescheduled& event);
void fold(const FoldContext& context, const MeetingMovedAway& event);
void fold(const FoldContext& context, const MeetingMovedHere& event);
void fold(const FoldContext& context, const RulesSet& event);
void fold(const FoldContext& context, const MeetingAnnounced& event);
void fold(const FoldContext& context, const MeetingOpened& event);
void fold(const FoldContext& context, const MeetingSuspended& event);
void fold(const FoldContext& context, const MeetingResumed& event);
void fold(const FoldContext& context, const MeetingClosed& event);

// Names: fold/names.cpp
void fold(const FoldContext& context, const SpeakerNamed& event);
void fold(const FoldContext& context, const NameWithheld& event);
void fold(const FoldContext& context, const NameErased& event);

// The floor and its timers: fold/floor.cpp
void fold(const FoldContext& context, const FloorGiven& event);
void fold(const FoldContext& context, const StatementPaused& event);
void fold(const FoldContext& context, const StatementResumed& event);
void fold(const FoldContext& context, const StatementEnded& event);
void fold(const FoldContext& context, const StatementDeclined& event);
void fold(const FoldContext& context, const TimeAdded& event);
void fold(const FoldContext& context, const AllotmentSet& event);
void fold(const FoldContext& context, const TimeReallocated& event);
void fold(const FoldContext& context, const HardStopSet& event);
void fold(const FoldContext& context, const PointOfOrderRaised& event);
void fold(const FoldContext& context, const PointOfOrderRuled& event);
void fold(const FoldContext& context, const OutageReported& event);
void fold(const FoldContext& context, const LostTimeSettled& event);

// Plates and empty chairs: fold/plates.cpp
void fold(const FoldContext& context, const MarkedPresent& event);
void fold(const FoldContext& context, const MarkedAbsent& event);
void fold(const FoldContext& context, const MarkedExpected& event);
void fold(const FoldContext& context, const StandingPlanned& event);
void fold(const FoldContext& context, const StatementHanded& event);
void fold(const FoldContext& context, const ChairLeftEmpty& event);
void fold(const FoldContext& context, const SilenceBegun& event);
void fold(const FoldContext& context, const RollEntered& event);
void fold(const FoldContext& context, const RollLeft& event);
void fold(const FoldContext& context, const PlateCorrected& event);
void fold(const FoldContext& context, const NoteSet& event);

// The list and the requests: fold/list.cpp
void fold(const FoldContext& context, const InscriptionMoved& event);
void fold(const FoldContext& context, const ListArranged& event);
void fold(const FoldContext& context, const QuestionsOpened& event);
void fold(const FoldContext& context, const QuestionsClosed& event);
void fold(const FoldContext& context, const FloorRequested& event);
void fold(const FoldContext& context, const RequestAccepted& event);
void fold(const FoldContext& context, const RequestDeclined& event);
void fold(const FoldContext& context, const Withdrawn& event);
void fold(const FoldContext& context, const Inscribed& event);
void fold(const FoldContext& context, const AnswersBegun& event);

// Who asks: fold/phones.cpp
void fold(const FoldContext& context, const AskingSet& event);
void fold(const FoldContext& context, const PhoneHeld& event);
void fold(const FoldContext& context, const PhoneAdmitted& event);
void fold(const FoldContext& context, const PhoneShutOut& event);
void fold(const FoldContext& context, const OrganisationEntered& event);

// The table and the screens: fold/table.cpp
void fold(const FoldContext& context, const NoticeShown& event);
void fold(const FoldContext& context, const NoticeCleared& event);
void fold(const FoldContext& context, const SignalSent& event);
void fold(const FoldContext& context, const DisplaySet& event);
void fold(const FoldContext& context, const ControlsPassed& event);

}  // namespace rostrum::folding
