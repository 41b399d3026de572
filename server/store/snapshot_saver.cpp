#include "store/snapshot_saver.hpp"

#include <future>
#include <utility>

namespace rostrum::store {

SnapshotSaver::SnapshotSaver(Write write, Executor executor)
    : write_(std::move(write)), executor_(std::move(executor)) {}

void SnapshotSaver::save_snapshot(const Room& room) {
    const std::lock_guard lock(mutex_);
    auto& waiting = waiting_[room.id];
    const bool is_first = waiting == nullptr;
    waiting = std::make_shared<const Room>(room);
    if (is_first) worker_.post([this, id = room.id] { save_next(id); });
}

// Returns the copy to the room writer's thread before releasing it: it shares its meetings, names
// and memory with the writer's room, and only one thread may ask whether they are shared.
void SnapshotSaver::save_next(const RoomId& id) {
    std::shared_ptr<const Room> copy;
    {
        const std::lock_guard lock(mutex_);
        copy = std::move(waiting_.extract(id).mapped());
    }
    const Snapshot snapshot = snapshot_of(*copy);
    executor_([copy = std::move(copy)] {});
    write_(snapshot);
}

void SnapshotSaver::finish() {
    std::promise<void> finished;
    worker_.post([&] { finished.set_value(); });
    finished.get_future().wait();
}

}  // namespace rostrum::store
