#pragma once

#include "floor/command.hpp"
#include "random_source.hpp"
#include "screen.hpp"

namespace rostrum::simulation {

/// A command that this role may send next: mostly plausible by its possibly outdated screen,
/// sometimes absurd.
[[nodiscard]] Command random_command(RandomSource& random, Role role, const Screen& screen);

}  // namespace rostrum::simulation
