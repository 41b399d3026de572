#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "floor/ids.hpp"
#include "floor/room.hpp"
#include "store/executor.hpp"
#include "store/snapshots.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// Encodes rooms on a thread of its own, so that no act waits for that, and has one after another
/// written. While one is in the works, only the newest of each other room waits.
class SnapshotSaver {
public:
    /// Called on the keeper's thread: returns when it is written, or cannot be.
    using Write = std::function<void(const Snapshot&)>;
    SnapshotSaver(Write write, Executor executor);
    SnapshotSaver(const SnapshotSaver&) = delete;
    SnapshotSaver& operator=(const SnapshotSaver&) = delete;
    /// Everything that was given is written first.
    ~SnapshotSaver() = default;

    /// On the thread that runs the room writers.
    void save_snapshot(const Room& room);
    /// Waits until everything that was given is written.
    void finish();

private:
    void save_next(const RoomId& id);

    Write write_;
    Executor executor_;
    std::mutex mutex_;
    std::map<RoomId, std::shared_ptr<const Room>> waiting_;
    Worker worker_;
};

}  // namespace rostrum::store
