#pragma once

#include <string_view>
#include <vector>

#include "floor/ids.hpp"
#include "floor/meeting.hpp"

namespace rostrum {

/// The States that can be on a roll, sorted by code: the 193 Member States of the United Nations
/// and the two that have a permanent observer mission (the Holy See, VA, and the State of
/// Palestine, PS). The screens have the same codes in clients/kit/states.ts.
const std::vector<State>& states_of_the_roll();

/// Finds a State by its code in capitals, `CU`; nullptr for any other text. Valid for the life of
/// the program.
const State* state_by_code(std::string_view code);

/// The State of a Mission, by the Mission's id; nullptr for any other id.
const State* state_of_mission(const DelegationId& id);

}  // namespace rostrum
