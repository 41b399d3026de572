#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rostrum::store {

/// A thread that runs tasks one after another, for work that waits for the disk.
class Worker {
public:
    Worker();
    /// Finishes all tasks first.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    using Task = std::function<void()>;
    // May be called from any thread. Tasks must not throw.
    void give(Task task);
    /// Low priority: runs when idle, or after 16 normal tasks.
    static constexpr int most_put_off = 16;
    void give_for_later(Task task);

private:
    void run();
    Task take();

    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<Task> tasks_;
    std::deque<Task> later_;
    /// Normal tasks run since the oldest low-priority one was queued.
    int put_off_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace rostrum::store
