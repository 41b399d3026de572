#pragma once

#include <string>
#include <vector>

#include "floor/programme.hpp"
#include "rostrum/v1/programme.pb.h"

namespace rostrum::wire {

/// Reads a programme and fills in defaults. Adds missing required fields to `faults`.
[[nodiscard]] Programme read_programme(const v1::Programme& programme, std::vector<Fault>& faults);

/// Reads the meeting at `place`, which its faults name.
/// @param rules the defaults for times that the plan leaves out.
[[nodiscard]] PlannedMeeting read_planned_meeting(const v1::PlannedMeeting& meeting,
                                                  const std::string& place, const Rules& rules,
                                                  std::vector<Fault>& faults);

}  // namespace rostrum::wire
