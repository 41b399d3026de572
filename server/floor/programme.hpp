#pragma once

#include <optional>
#include <string>
#include <string_view>
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
    RepresentedBy represented_by = RepresentedBy::undeclared;
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
    /// When the interpreters leave.
    std::optional<Instant> hard_stop = std::nullopt;
    friend bool operator==(const PlannedMeeting&, const PlannedMeeting&) = default;
};

struct PlannedRoom {
    RoomId id;
    std::string name;
    /// IANA name.
    std::string time_zone;
    std::vector<PlannedMeeting> meetings;
    Rules rules = {};
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

/// The one delegation of the roll that is always there has this id.
[[nodiscard]] const std::string& moderator_id();

/// A Permanent Mission has `mission-` and its State's code in small letters for an id.
[[nodiscard]] DelegationId mission_id(std::string_view state_code);

/// The meeting as it stands before anybody has acted: the plates up, the list in the order of
/// speaking, the two minutes of the State under Review first.
[[nodiscard]] Meeting planned_meeting(const PlannedMeeting& plan, SpeakingOrder order);

/// A plate is taken down while it has not had the floor, nor declined it.
[[nodiscard]] bool can_be_taken_down(const Meeting& meeting, const DelegationId& plate);

/// The meeting as its plan has it from here on; what has happened stays. New plates come last on
/// the list, plates that are not in the plan any more are taken down unless they have had the
/// floor.
void edit(Meeting& meeting, const PlannedMeeting& plan);

/// Puts the panel statements that wait into their order. Whoever else is on the list keeps its
/// place.
void put_in_order(Meeting& meeting, SpeakingOrder order);

/// The plan that a meeting follows now, without names.
[[nodiscard]] PlannedMeeting plan_of(const Meeting& meeting);

}  // namespace rostrum
