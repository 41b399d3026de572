#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rostrum::store {

/// Identifies a file: two names with the same mark are one file, and a file that replaces another
/// under its name has another mark.
struct FileId {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    friend bool operator==(const FileId&, const FileId&) = default;
};

/// nullopt if no file is visible under this name.
[[nodiscard]] std::optional<FileId> file_id_of(const std::filesystem::path& path);

}  // namespace rostrum::store
