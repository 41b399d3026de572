#pragma once

#include <optional>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/meeting.hpp"
#include "floor/room.hpp"

/// The record of a room: who had the floor from when to when, and every act.
namespace rostrum {

struct RecordedTurn {
    MeetingId meeting;
    Instant from;
    Instant to;
    InscriptionKind kind{};
    /// What the plate says.
    std::string title;
    /// Without the pauses.
    Duration spoken{};
    bool silence = false;
    /// For a point of order that was ruled on.
    std::optional<Ruling> ruling;
    std::string ruling_text;
    /// Who spoke; empty if not given, or withheld.
    std::string speaker = {};
    /// The plate that read the statement of this one; empty if it spoke for itself.
    std::string read_by = {};
    friend bool operator==(const RecordedTurn&, const RecordedTurn&) = default;
};

struct RecordedAct {
    ActNote note;
    /// The plates that it concerned; empty if none.
    std::string about;
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
    /// In the order of the meetings, oldest first.
    std::vector<RecordedTurn> turns;
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
