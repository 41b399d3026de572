#pragma once

#include <filesystem>

namespace rostrum::store {

/// Copies a file from a failing disk: unreadable pieces become zeros. Does nothing if there is no
/// such file.
/// @throws StoreError if it cannot be opened, or the copy cannot be written.
void raw_copy(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace rostrum::store
