#pragma once

#include <string>
#include <vector>

#include "floor/programme.hpp"
#include "rostrum/v1/programme.pb.h"

namespace rostrum::wire {

/// The programme with what goes without saying filled in. What must be said and was not is added to
/// `faults`.
[[nodiscard]] Programme read_programme(const v1::Programme& programme, std::vector<Fault>& faults);

/// One meeting, which stands at `place`: its faults are told there.
/// @param rules what the times are where the plan is silent.
[[nodiscard]] PlannedMeeting read_planned_meeting(const v1::PlannedMeeting& meeting,
                                                  const std::string& place, const Rules& rules,
                                                  std::vector<Fault>& faults);

}  // namespace rostrum::wire
