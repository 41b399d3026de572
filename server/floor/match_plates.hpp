#pragma once

#include <string>
#include <vector>

#include "floor/planned_names.hpp"
#include "floor/programme.hpp"
#include "floor/room.hpp"

/// Which plate of a meeting a row of a programme means. An id says so. Without one, a plate is
/// known by its title; the kind, the subject and the speaker distinguish plates with one title; the
/// order distinguishes those that are the same in everything. Whatever stays uncertain is another
/// plate.
namespace rostrum {

/// What planning a meeting does with a plate.
enum class PlateFate {
    stays,
    /// It stays, and its title changes.
    renamed,
    added,
    removed,
    /// The plan lacks it, and it stays: it has had its turn, or is having it.
    heard,
    /// The plan lacks it, and it stays while the meeting is open: its name is withheld or erased.
    hidden,
};

struct PlateChange {
    MeetingId meeting;
    DelegationId plate;
    PlateFate fate{};
    /// As planned; of a plate that the plan lacks, as it stands.
    std::string title;
    /// The title before, if it was renamed.
    std::string former_title;
    NameOutcome name{};
    /// As the room has it.
    Standing standing{};
    std::string absence_reason;
    /// Whether the plan says that the plate stands otherwise.
    bool stands_otherwise = false;
    friend bool operator==(const PlateChange&, const PlateChange&) = default;
};

/// What becomes of a plate that a plan lacks: removed, heard or hidden.
[[nodiscard]] PlateFate fate_without_a_row(const Room& room, const Meeting& meeting,
                                           const DelegationId& plate);

/// Gives the rows of a plan from a file the ids of the plates that they mean, `new-…` where there
/// is none, and adds the plates that stay without a row. Leaves out the names that the room does
/// not take. What a row leaves empty stays as the plate has it.
/// @param says_minutes whether the file has times for the statements: without them, those of plates
/// that are there stay
/// @returns what it does to each plate, where there is something to say: first the plates of the
/// plan in their order, then those that it lacks.
[[nodiscard]] std::vector<PlateChange> match_plates(const Room& room, PlannedMeeting& plan,
                                                    bool says_minutes = true);

}  // namespace rostrum
