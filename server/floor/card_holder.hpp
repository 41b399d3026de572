#pragma once

#include <string>
#include <string_view>

#include "floor/ids.hpp"

namespace rostrum {

struct Meeting;

/// In whose name a card asks for the floor: a State, an organisation, or a plate of the panel.
struct CardHolder {
    /// ISO 3166-1 alpha-2; empty for others than States.
    std::string state_code;
    /// Of an organisation, or the title of the plate; empty for a State.
    std::string name;
    /// A plate of the panel, or empty.
    DelegationId delegation;
    /// Of that plate: others have plates with the same ids.
    MeetingId meeting{};
    friend bool operator==(const CardHolder&, const CardHolder&) = default;
};

/// The id of an organisation on the roll: `organisation-` and a hash of its name.
[[nodiscard]] DelegationId organisation_id(std::string_view name);

/// The delegation that a card asks for in a meeting: a State's Mission, or its plate if the State
/// is under review.
[[nodiscard]] DelegationId delegation_of(const CardHolder& holder, const Meeting& meeting);

/// Whether the delegation of this meeting is the card's.
[[nodiscard]] bool holds(const CardHolder& holder, const Meeting& meeting,
                         const DelegationId& delegation);

}  // namespace rostrum
