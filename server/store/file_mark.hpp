#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rostrum::store {

/// Which file it is: two names with the same mark are one file, and a file that takes the name of
/// another that somebody still has open has another mark.
struct FileMark {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// None where no file can be seen under this name.
[[nodiscard]] std::optional<FileMark> mark_of(const std::filesystem::path& path);

}  // namespace rostrum::store
