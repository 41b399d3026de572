#pragma once

#include <filesystem>

namespace rostrum::bench {

/// An empty folder in this place, gone with everything in it at the end.
class TemporaryFolder {
public:
    /// Makes the place as well, where it is not there.
    /// @throws std::system_error
    explicit TemporaryFolder(const std::filesystem::path& place);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace rostrum::bench
