#pragma once

#include <filesystem>

#include "floor/instant.hpp"
#include "floor/programme.hpp"

namespace rostrum::app {

/// A programme without a fault.
/// @throws Failure naming the file and, for every fault in it, the place and the reason.
[[nodiscard]] Programme read_programme_file(const std::filesystem::path& file);

/// The demonstration, moved so that its first meeting starts at the next full quarter of an hour.
[[nodiscard]] Programme demonstration(Instant now);

}  // namespace rostrum::app
