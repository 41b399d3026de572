#pragma once

#include <filesystem>

#include "store/heads.hpp"

namespace rostrum::app {

/// Writes the heads as a JSON object (store/heads.hpp). An existing file keeps its content until
/// the new one is complete.
/// @throws Failure
void write_heads(const std::filesystem::path& file, const store::NotedHeads& noted);

/// @throws Failure if the file is unreadable or holds no heads.
[[nodiscard]] store::NotedHeads read_heads(const std::filesystem::path& file);

}  // namespace rostrum::app
