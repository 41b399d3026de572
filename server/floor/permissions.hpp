#pragma once

#include "floor/actor.hpp"

namespace rostrum {

/// What is shown to a role. Rooms are encoded once for each view.
enum class View {
    /// What the whole room may see.
    everybody,
    /// With the signals for whoever speaks.
    lectern,
    /// With what only the podium needs: all signals, and what Undo would take back.
    podium,
};

[[nodiscard]] View view_of(Role role);

}  // namespace rostrum
