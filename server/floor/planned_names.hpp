#pragma once

#include <set>
#include <string>

#include "floor/programme.hpp"
#include "floor/room.hpp"

namespace rostrum {

/// What planning a meeting does with the name that a plan gives for a plate.
enum class NameOutcome {
    /// None is given, or it is the one that is shown.
    unchanged,
    given,
    /// The plate's name is withheld: a plan does not change that.
    stays_withheld,
    /// The plate's name was erased for good.
    stays_erased,
    /// The same name is withheld at another plate: here too.
    withheld_too,
    /// It may be a name that was erased: nothing says which that was. The plan lacks the plate of
    /// an
    /// erased name, or another plate with this title has one.
    not_taken,
};

/// Decides which names of a plan are shown: what a person has withheld or erased stays so until a
/// person names the speaker of that plate.
class PlannedNames {
public:
    explicit PlannedNames(const Room& room);

    /// @param erased_plate_is_missing see lacks_an_erased_plate()
    [[nodiscard]] NameOutcome outcome(const MeetingId& meeting, const PlannedDelegation& plate,
                                      bool erased_plate_is_missing) const;

    /// Whether this name is withheld at any plate of the room.
    [[nodiscard]] bool is_withheld(const std::string& name) const;

private:
    const Room& room_;
    /// Comparable, of all meetings of the room.
    std::set<std::string> withheld_;
};

/// Whether a name was erased at a plate of this meeting that is not in the panel.
[[nodiscard]] bool lacks_an_erased_plate(const Room& room, const MeetingId& meeting,
                                         const std::vector<PlannedDelegation>& panel);

}  // namespace rostrum
