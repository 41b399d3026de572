#pragma once

#include <filesystem>

namespace rostrum::bench {

/// An empty folder, removed with its contents by the destructor.
class TemporaryFolder {
public:
    /// Creates `place` as well if it does not exist.
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
