#pragma once

#include <filesystem>

namespace rostrum::store {

/// Makes a data folder this process's own, for as long as it lives; the machine lets go of it when
/// the process ends, however it ends. A lock on the log itself would shut out readers too: a copy
/// or an export may be taken while the server runs.
class FolderLock {
public:
    /// Makes the folder if there is none, readable by its owner alone.
    /// @throws StoreError if another process has it, or it cannot be written.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int file_ = -1;
};

}  // namespace rostrum::store
