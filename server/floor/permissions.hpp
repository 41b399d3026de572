#pragma once

#include "floor/actor.hpp"

namespace rostrum {

/// What a role may see. Rooms are encoded once for each view.
enum class View {
    /// For the whole room.
    everybody,
    /// Also the signals for the current speaker.
    lectern,
    /// Also what only the podium needs: all signals, and what Undo would take back.
    podium,
};

[[nodiscard]] View view_of(Role role);

}  // namespace rostrum
