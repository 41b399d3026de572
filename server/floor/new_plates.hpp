#pragma once

#include "floor/programme.hpp"

namespace rostrum {

/// Whether this stands for a plate that has no id yet: `new-` and anything.
[[nodiscard]] bool is_new_plate(const DelegationId& id);

/// Gives the new plates of a plan ids that this act alone can give: `plate-`, the revision and
/// `-1`, `-2`… So what was withheld or erased at a removed plate never applies to somebody else.
void give_ids(PlannedMeeting& plan, Revision revision);

}  // namespace rostrum
