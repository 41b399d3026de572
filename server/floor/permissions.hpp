#pragma once

#include "floor/act.hpp"
#include "floor/actor.hpp"

/// What each role may do and see: the one table. docs/procedure.md repeats it for people.
namespace rostrum {

[[nodiscard]] bool may(Role role, ActKind act);

/// An act of the floor can be taken back by Undo, and belongs to whoever holds the controls. What
/// happens beside the floor stays when the floor's acts are taken back.
[[nodiscard]] bool is_of_the_floor(ActKind act);

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
