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

/// Encodes rooms on its own thread, so that no act waits, and passes the snapshots to `write` one
/// after another. Of each other room, only the newest state waits.
class SnapshotSaver {
public:
    /// Called on the saver's thread; returns when the snapshot is written or cannot be.
    using Write = std::function<void(const Snapshot&)>;
    SnapshotSaver(Write write, Executor executor);
    SnapshotSaver(const SnapshotSaver&) = delete;
    SnapshotSaver& operator=(const SnapshotSaver&) = delete;
    /// Writes all pending snapshots first.
    ~SnapshotSaver() = default;

    /// Call on the thread of the room writers.
    void save_snapshot(const Room& room);
    /// Waits until all pending snapshots are written.
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
