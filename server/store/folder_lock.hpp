#pragma once

#include <filesystem>

namespace rostrum::store {

/// Locks a data folder for this process while this object lives; the system releases the lock
/// however the process ends. Locking the log itself would shut out readers too, such as a copy or
/// an export while the server runs.
class FolderLock {
public:
    /// Makes the folder if necessary, readable only by its owner.
    /// @throws StoreError if another process has it, or it cannot be written.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    void release() const;

    int file_ = -1;
    int folder_ = -1;
};

}  // namespace rostrum::store
