#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rostrum::store {

/// A thread that does what it is given, one after another: whoever waits for the disk waits here.
class Worker {
public:
    Worker();
    /// Everything that was given is done first.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    using Task = std::function<void()>;
    /// From any thread. The task throws nothing.
    void give(Task task);

private:
    void run();

    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<Task> tasks_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace rostrum::store
