#pragma once

#include <filesystem>

namespace rostrum::store {

/// A data folder in the making: complete, or not there at all. Until it is finished it stands
/// beside its place under another name, and goes with this object.
class NewFolder {
public:
    /// @throws StoreError if anything but an empty folder is at that place, or none can be made.
    explicit NewFolder(const std::filesystem::path& place);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    /// Where its files are made.
    [[nodiscard]] const std::filesystem::path& path() const { return unfinished_; }

    /// Brings its files to the disk and puts it in its place, where it survives the loss of power.
    /// @throws StoreError; then it is not there.
    void finish();

private:
    std::filesystem::path place_;
    std::filesystem::path unfinished_;
};

}  // namespace rostrum::store
