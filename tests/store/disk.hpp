#pragma once

#include <condition_variable>
#include <mutex>

namespace rostrum::store {

/// The disk under SQLite. This test program stands between the library and the machine: it defines
/// the two functions that SQLite writes and synchronises files with.
class Disk {
public:
    static Disk& instance();

    /// From now on every write, or every synchronisation, fails with this errno; 0: none does.
    void fail_writes(int error);
    void fail_syncs(int error);

    /// From now on synchronisations wait, until they are let go; some may pass first.
    void hold_syncs(int passing = 0);
    void wait_for_a_held_sync();
    void let_go();

    /// Synchronisations begun so far.
    [[nodiscard]] int syncs();

    /// What the two functions ask: the errno to fail with, or 0.
    int before_write();
    int before_sync();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int write_error_ = 0;
    int sync_error_ = 0;
    bool held_ = false;
    int passing_ = 0;
    int waiting_ = 0;
    int syncs_ = 0;
};

/// A disk that is whole again at the end of a test.
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
