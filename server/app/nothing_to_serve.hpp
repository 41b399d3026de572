#pragma once

#include <filesystem>
#include <string>

namespace rostrum::app {

/// What serve prints without a room: the commands that begin one.
[[nodiscard]] std::string nothing_to_serve(const std::filesystem::path& data);

}  // namespace rostrum::app
