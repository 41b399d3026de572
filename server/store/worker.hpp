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
    // From any thread. A task throws nothing.
    void give(Task task);
    /// Nobody waits for this: it is done when nothing else waits, or after so many others.
    static constexpr int most_put_off = 16;
    void give_for_later(Task task);

private:
    void run();
    Task take();

    std::mutex mutex_;
    std::condition_variable given_;
    std::deque<Task> tasks_;
    std::deque<Task> later_;
    /// Tasks that went before the first of those for later.
    int put_off_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace rostrum::store
