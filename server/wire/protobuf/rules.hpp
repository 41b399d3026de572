#pragma once

#include "floor/rules.hpp"
#include "rostrum/v1/room.pb.h"

namespace rostrum::wire {

void write_rules(const Rules& rules, v1::Rules& out);

/// Rules as a programme has them: where it is silent, those of the Pre-sessions.
[[nodiscard]] Rules rules_with_defaults(const v1::Rules& rules);

/// Rules as a snapshot has them.
[[nodiscard]] Rules rules_from_log(const v1::Rules& rules, SpeakingOrder order);

}  // namespace rostrum::wire
