#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rostrum::store {

/// A thread that runs tasks one after another, for work that waits for the disk.
class Worker {
public:
    using Task = std::function<void()>;
    Worker() : Worker(std::chrono::milliseconds{0}, {}) {}
    /// @param when_idle runs once, whenever no task came for so long after the last one.
    Worker(std::chrono::milliseconds idle_after, Task when_idle);
    /// Finishes all tasks first.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // May be called from any thread. Tasks must not throw.
    void post(Task task);
    /// Low priority: runs when idle, or after 16 normal tasks.
    static constexpr int most_postponed = 16;
    void post_low_priority(Task task);

private:
    void run();
    void wait(std::unique_lock<std::mutex>& lock);
    Task take();

    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Task> tasks_;
    std::deque<Task> low_priority_;
    /// Normal tasks run since the oldest low-priority one was queued.
    int postponed_ = 0;
    bool ending_ = false;
    std::chrono::milliseconds idle_after_;
    Task when_idle_;
    std::thread thread_;
};

}  // namespace rostrum::store
