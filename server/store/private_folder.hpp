#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace rostrum::store {

/// Closes a data folder and its files to everybody but their owner, as they are made. A copy may
/// have other permissions.
/// @returns what was open, as a sentence; nullopt if nothing was
[[nodiscard]] std::optional<std::string> close_to_others(const std::filesystem::path& folder);

}  // namespace rostrum::store
