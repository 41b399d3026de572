#include "store/snapshot_keeper.hpp"

#include <future>
#include <utility>

namespace rostrum::store {

SnapshotKeeper::SnapshotKeeper(Write write, Executor executor)
    : write_(std::move(write)), executor_(std::move(executor)) {}

void SnapshotKeeper::keep(const Room& room) {
    const std::lock_guard lock(mutex_);
    auto& waiting = waiting_[room.id];
    const bool is_first = waiting == nullptr;
    waiting = std::make_shared<const Room>(room);
    if (is_first) worker_.give([this, id = room.id] { keep_next(id); });
}

// The copy shares its meetings, names and memory with the chamber's room, so it goes back to that
// thread before it is let go: whether one of them is shared is for one thread alone to ask.
void SnapshotKeeper::keep_next(const RoomId& id) {
    std::shared_ptr<const Room> copy;
    {
        const std::lock_guard lock(mutex_);
        copy = std::move(waiting_.extract(id).mapped());
    }
    const Snapshot snapshot = snapshot_of(*copy);
    executor_([copy = std::move(copy)] {});
    write_(snapshot);
}

void SnapshotKeeper::finish() {
    std::promise<void> finished;
    worker_.give([&] { finished.set_value(); });
    finished.get_future().wait();
}

}  // namespace rostrum::store
