#pragma once

#include "floor/command.hpp"
#include "random_source.hpp"
#include "screen.hpp"

namespace rostrum::simulation {

/// What somebody of this role who looks at this screen may do next: mostly what makes sense by what
/// it shows, which may be long past, and now and then what makes none.
[[nodiscard]] Command random_command(RandomSource& random, Role role, const Screen& screen);

}  // namespace rostrum::simulation
