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

/// Changes whenever somebody writes to a file.
struct FileMark {
    std::int64_t size = 0;
    std::int64_t written_ns = 0;
    friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// nullopt if no file is visible under this name.
[[nodiscard]] std::optional<FileMark> file_mark_of(const std::filesystem::path& path);
[[nodiscard]] std::optional<FileId> file_id_of(const std::filesystem::path& path);

}  // namespace rostrum::store
