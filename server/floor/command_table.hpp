#pragma once

#include "floor/act.hpp"
#include "floor/actor.hpp"

/// What holds for each command, whatever the room: the one table. docs/procedure.md repeats it for
/// people.
namespace rostrum {

[[nodiscard]] bool may(Role role, CommandKind act);

/// An act of the floor belongs to the role that has the controls. What happens beside the floor
/// stays when acts of the floor are taken back.
[[nodiscard]] bool is_of_the_floor(CommandKind act);

/// Whether Undo takes it back. The founding has nothing before it, and an undo is not undone by
/// another.
[[nodiscard]] bool is_undoable(CommandKind act);

}  // namespace rostrum
