#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace rostrum::store {

/// UTF-16, for letters of the basic plane.
inline std::string utf16(std::u16string_view letters, bool high_byte_first) {
    std::string bytes;
    for (const char16_t letter : letters) {
        const auto high = static_cast<char>(letter >> 8U);
        const auto low = static_cast<char>(letter & 0xffU);
        bytes += high_byte_first ? high : low;
        bytes += high_byte_first ? low : high;
    }
    return bytes;
}

/// The names of the files below a folder that contain these bytes anywhere; empty if none do.
inline std::string files_with(const std::filesystem::path& folder, std::string_view wanted) {
    std::string names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (bytes.find(wanted) != std::string::npos)
            names += entry.path().filename().string() + ' ';
    }
    return names;
}

}  // namespace rostrum::store
