#pragma once

#include <filesystem>

#include "store/heads.hpp"

namespace rostrum::app {

/// Writes them as a JSON object: store/heads.hpp. What the file held stays until it is written
/// whole.
/// @throws Failure
void write_heads(const std::filesystem::path& file, const store::NotedHeads& noted);

/// @throws Failure if it cannot be read, or holds no heads.
[[nodiscard]] store::NotedHeads read_heads(const std::filesystem::path& file);

}  // namespace rostrum::app
