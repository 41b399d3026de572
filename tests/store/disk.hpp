#pragma once

#include <condition_variable>
#include <mutex>

namespace rostrum::store {

/// The disk under SQLite. This test program defines the two functions with which SQLite writes and
/// syncs files.
class Disk {
public:
    static Disk& instance();

    /// Makes every write, or every sync, fail with this errno; 0: none fails.
    void fail_writes(int error);
    void fail_syncs(int error);
    /// Makes only so many syncs fail.
    void fail_syncs(int error, int times);

    /// Holds further syncs until they are released; lets some pass first.
    void hold_syncs(int passing = 0);
    void wait_for_a_held_sync();
    void let_go();

    /// Syncs begun so far.
    [[nodiscard]] int syncs();

    /// Asked by the two functions: the errno to fail with, or 0.
    int before_write();
    int before_sync();

private:
    int take_sync_error();

    std::mutex mutex_;
    std::condition_variable changed_;
    int write_error_ = 0;
    int sync_error_ = 0;
    int failing_syncs_ = 0;
    bool held_ = false;
    int passing_ = 0;
    int waiting_ = 0;
    int syncs_ = 0;
};

/// Repairs the disk at the end of a test.
struct WholeDisk {
    WholeDisk() = default;
    ~WholeDisk() {
        Disk::instance().fail_writes(0);
        Disk::instance().fail_syncs(0);
        Disk::instance().let_go();
    }
    WholeDisk(const WholeDisk&) = delete;
    WholeDisk& operator=(const WholeDisk&) = delete;
};

}  // namespace rostrum::store
