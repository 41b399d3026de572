#pragma once

#include <optional>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/meeting.hpp"
#include "floor/room.hpp"

/// The record of a room: what happened at the floor, line by line, and every act.
namespace rostrum {

/// What a plate says, so that every language can name it.
struct RecordedPlate {
    std::string title;
    /// Of a State and a Mission only.
    std::string state_code = {};
    DelegationKind kind{};
    friend bool operator==(const RecordedPlate&, const RecordedPlate&) = default;
};
[[nodiscard]] RecordedPlate recorded(const Delegation& plate);

/// What happened at the floor.
enum class FloorEvent {
    opened,
    suspended,
    resumed,
    closed,
    /// It had the floor.
    statement,
    /// Held for an empty chair.
    silence,
    declined,
    /// The turn of an empty chair came, and no silence was held.
    empty_chair,
    /// Next called another before this empty chair, which still waits.
    passed_over,
    /// It still waited when the meeting was closed.
    not_called,
};

/// Time that one statement passed on to another.
struct PassedTime {
    /// Who gave it, or who received it.
    RecordedPlate other;
    Duration time{};
    friend bool operator==(const PassedTime&, const PassedTime&) = default;
};

/// One line of what happened at the floor.
struct RecordLine {
    MeetingId meeting;
    FloorEvent what{};
    Instant from;
    /// Of a statement and a silence.
    std::optional<Instant> to = std::nullopt;
    /// nullopt if it is about the meeting.
    std::optional<RecordedPlate> plate = std::nullopt;
    InscriptionId inscription = {};
    InscriptionKind kind{};
    /// Without the pauses.
    Duration spoken{};
    /// Who spoke; empty if not given, or withheld.
    std::string speaker = {};
    /// Who read the statement, if it did not speak for itself.
    std::optional<RecordedPlate> read_by = std::nullopt;
    /// For a question: the panellists it addresses. Empty: the whole panel.
    std::vector<RecordedPlate> addressed_to = {};
    std::optional<PassedTime> passed_to = std::nullopt;
    std::optional<PassedTime> passed_from = std::nullopt;
    /// For a point of order that was ruled on.
    std::optional<Ruling> ruling = std::nullopt;
    std::string ruling_text = {};
    /// Of a suspension, if it was announced.
    std::optional<Instant> resumes_at = std::nullopt;
    /// Public; of an empty chair.
    std::string absence_reason = {};
    friend bool operator==(const RecordLine&, const RecordLine&) = default;
};

struct RecordedAct {
    ActNote note;
    /// The plates that it concerned.
    std::vector<RecordedPlate> about;
    friend bool operator==(const RecordedAct&, const RecordedAct&) = default;
};

/// A meeting of the programme as it is now.
struct RecordedMeeting {
    MeetingId id;
    State state;
    Instant starts_at;
    friend bool operator==(const RecordedMeeting&, const RecordedMeeting&) = default;
};

struct Record {
    RoomId room;
    /// By meeting, in the order of the programme; without what was undone.
    std::vector<RecordLine> lines;
    /// In the order of the log. Includes acts that were undone, and their undoing.
    std::vector<RecordedAct> acts;
    std::string room_name = {};
    /// IANA name.
    std::string time_zone = {};
    std::vector<RecordedMeeting> meetings = {};
};

/// @param acts the whole log of the room, from its founding.
/// @param meeting the meeting to include; nullopt: everything.
/// @throws InvariantBroken for a log that makes no sense.
[[nodiscard]] Record record_of(const RoomId& room, const std::vector<Act>& acts,
                               const std::optional<MeetingId>& meeting);

}  // namespace rostrum
