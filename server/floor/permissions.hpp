#pragma once

#include "floor/act.hpp"
#include "floor/actor.hpp"

/// What each role may do and see: the one table. docs/procedure.md repeats it for people.
namespace rostrum {

[[nodiscard]] bool may(Role role, ActKind act);

/// What is shown to a role. Rooms are encoded once for each view.
enum class View {
    /// What the whole room may see.
    everybody,
    /// With what only the podium needs: what Undo would take back.
    podium,
};

[[nodiscard]] View view_of(Role role);

}  // namespace rostrum
