#pragma once

#include "floor/act.hpp"
#include "floor/actor.hpp"

/// The permissions and kinds of all commands, in one table. docs/procedure.md repeats it for
/// people.
namespace rostrum {

[[nodiscard]] bool may(Role role, CommandKind act);

/// An act of the floor needs the controls. An act outside the floor survives the undoing of acts of
/// the floor.
[[nodiscard]] bool is_of_the_floor(CommandKind act);

/// What is done in an archived room too: it corrects the record, or empties the programme.
[[nodiscard]] bool is_of_the_record(CommandKind act);

/// Whether Undo can take it back: not the founding, which has nothing before it, nor another undo.
[[nodiscard]] bool is_undoable(CommandKind act);

}  // namespace rostrum
