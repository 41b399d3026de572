#pragma once

#include <filesystem>

namespace rostrum::store {

/// A data folder under construction: complete, or not there at all. Until it is finished it has a
/// temporary name next to its place; the destructor removes an unfinished one.
class NewFolder {
public:
    /// @throws StoreError if anything but an empty folder is at that place, or none can be made.
    explicit NewFolder(const std::filesystem::path& place);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    /// The temporary folder for its files.
    [[nodiscard]] const std::filesystem::path& path() const { return unfinished_; }

    /// Flushes its files to the disk and moves it to its place, where it survives a power loss.
    /// @throws StoreError; then there is no folder.
    void finish();

private:
    std::filesystem::path place_;
    std::filesystem::path unfinished_;
};

}  // namespace rostrum::store
