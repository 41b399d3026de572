#pragma once

#include <vector>

#include "floor/programme.hpp"
#include "rostrum/v1/programme.pb.h"

namespace rostrum::wire {

/// The programme with what goes without saying filled in. What must be said and was not is added to
/// `faults`.
[[nodiscard]] Programme read_programme(const v1::Programme& programme, std::vector<Fault>& faults);

}  // namespace rostrum::wire
