#pragma once

#include "app/settings.hpp"

namespace rostrum::app {

/// Checks what concerns several settings together.
/// @throws Failure with a sentence.
void check_settings(const Settings& settings);

}  // namespace rostrum::app
