#pragma once

#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"

/// A round on paper: what a room is founded with.
namespace rostrum {

struct PlannedDelegation {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    /// May be empty.
    std::string speaker_name;
    std::string subject;
    Duration allotted{};
    Standing standing = Standing::present;
    std::string absence_reason;
    friend bool operator==(const PlannedDelegation&, const PlannedDelegation&) = default;
};

struct PlannedMeeting {
    MeetingId id;
    State state;
    Instant starts_at;
    Instant ends_at;
    /// The two minutes of the State under Review.
    Duration sur_allotted{};
    /// In the order of speaking, without the State under Review.
    std::vector<PlannedDelegation> panel;
    friend bool operator==(const PlannedMeeting&, const PlannedMeeting&) = default;
};

struct PlannedRoom {
    RoomId id;
    std::string name;
    /// IANA name.
    std::string time_zone;
    std::vector<PlannedMeeting> meetings;
    friend bool operator==(const PlannedRoom&, const PlannedRoom&) = default;
};

struct Programme {
    std::string title;
    std::string remark;
    std::vector<PlannedRoom> rooms;
    friend bool operator==(const Programme&, const Programme&) = default;
};

/// What is wrong with a programme, and where.
struct Fault {
    /// As in the file: `rooms[0].meetings[3].panel[1].allotted_s`.
    std::string place;
    /// A sentence.
    std::string reason;
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Every fault of a programme; none says that its rooms can be founded.
[[nodiscard]] std::vector<Fault> faults(const Programme& programme);

/// The name plate of the State under Review, and its entry on the list, have this id.
[[nodiscard]] const std::string& sur_id();

/// The meeting as it stands before anybody has acted: the plates up, the list in the order of
/// speaking, the two minutes of the State under Review first.
[[nodiscard]] Meeting planned_meeting(const PlannedMeeting& plan);

}  // namespace rostrum
