#pragma once

#include <filesystem>

namespace rostrum::app {

/// Whether a log that is open in this folder can go on being written: the disk has room, and has
/// not turned read-only.
[[nodiscard]] bool can_be_written(const std::filesystem::path& folder);

}  // namespace rostrum::app
