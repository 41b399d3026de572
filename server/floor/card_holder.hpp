#pragma once

#include <string>

#include "floor/ids.hpp"

namespace rostrum {

/// In whose name a card asks for the floor: a State, an organisation, or a plate of the panel.
struct CardHolder {
    /// ISO 3166-1 alpha-2; empty for others than States.
    std::string state_code;
    /// Of an organisation; empty for a State.
    std::string name;
    /// A plate of the panel, or empty.
    DelegationId delegation;
    friend bool operator==(const CardHolder&, const CardHolder&) = default;
};

}  // namespace rostrum
