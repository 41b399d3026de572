#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"
#include "floor/sentence.hpp"

/// The plan of a round, from which rooms are founded.
namespace rostrum {

struct PlannedMeeting {
    MeetingId id;
    State state;
    Instant starts_at;
    Instant ends_at;
    /// The two minutes of the State under Review; 0 if it makes no statement.
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

/// A fault of a programme, and its place.
struct Fault {
    /// As in the file: `rooms[0].meetings[3].panel[1].allotted_s`.
    std::string place;
    Sentence reason;
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Returns all faults of a programme; its rooms can be founded if there are none.
[[nodiscard]] std::vector<Fault> faults(const Programme& programme);

/// The name plate of the State under Review, and its entry on the list, have this id.
[[nodiscard]] const std::string& sur_id();

/// The moderator, always on the roll, has this id.
[[nodiscard]] const std::string& moderator_id();

/// The id of a Permanent Mission: `mission-` and its State's code in lower case.
[[nodiscard]] DelegationId mission_id(std::string_view state_code);

/// Returns the meeting before any act: all plates up, the list in the order of speaking, the State
/// under Review first.
[[nodiscard]] Meeting planned_meeting(const PlannedMeeting& plan, SpeakingOrder order);

/// Whether a planned panel has a plate with this id.
[[nodiscard]] bool has_plate(const std::vector<PlannedDelegation>& panel, const DelegationId& id);

/// Whether a plate can be removed: it has neither had the floor nor declined it.
[[nodiscard]] bool can_be_taken_down(const Meeting& meeting, const DelegationId& plate);

/// Whether the plan says that this plate stands otherwise. That its statement is read by another
/// is the meeting's own: a plan that has the plate absent, without a reason, agrees.
[[nodiscard]] bool changes_standing(const Delegation& plate, const PlannedDelegation& plan);

/// Applies a new plan to a meeting, but how its plates stand; what has happened stays. New plates
/// go to the end of the list; plates that the plan lacks are removed unless they have had the
/// floor.
void edit(Meeting& meeting, const PlannedMeeting& plan);

/// Sorts the waiting panel statements. All others keep their places.
void put_in_order(Meeting& meeting, SpeakingOrder order);

/// Returns the plan that a meeting follows now, without names.
[[nodiscard]] PlannedMeeting plan_of(const Meeting& meeting);

}  // namespace rostrum
