#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "floor/ids.hpp"
#include "floor/programme.hpp"

/// What happened in a room. Events say what is so from now on; whether it may be so was decided
/// before. Those without a meeting are about the current one.
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
struct MeetingSuspended {
    MeetingId meeting;
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
    friend bool operator==(const NoticeShown&, const NoticeShown&) = default;
};
struct NoticeCleared {
    NoticeId notice;
    friend bool operator==(const NoticeCleared&, const NoticeCleared&) = default;
};
/// The last remembered act, this one, was taken back.
struct ActUndone {
    Revision act;
    friend bool operator==(const ActUndone&, const ActUndone&) = default;
};

using Event = std::variant<RoomFounded, MeetingPlanned, SpeakerNamed, MeetingAnnounced,
                           MeetingOpened, MeetingSuspended, MeetingResumed, MeetingClosed,
                           FloorGiven, StatementPaused, StatementResumed, StatementEnded,
                           StatementDeclined, TimeAdded, AllotmentSet, InscriptionMoved,
                           MarkedPresent, MarkedAbsent, NoticeShown, NoticeCleared, ActUndone>;

}  // namespace rostrum
