#include "store/worker.hpp"

#include <utility>

namespace rostrum::store {

Worker::Worker(std::chrono::milliseconds idle_after, Task when_idle)
    : idle_after_(idle_after), when_idle_(std::move(when_idle)), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ready_.notify_one();
    thread_.join();
}

void Worker::post(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    ready_.notify_one();
}

void Worker::post_low_priority(Task task) {
    {
        const std::lock_guard lock(mutex_);
        low_priority_.push_back(std::move(task));
    }
    ready_.notify_one();
}

/// @pre there is a task
Worker::Task Worker::take() {
    const bool is_later =
        tasks_.empty() || (!low_priority_.empty() && postponed_ >= most_postponed);
    postponed_ = is_later || low_priority_.empty() ? 0 : postponed_ + 1;
    std::deque<Task>& tasks = is_later ? low_priority_ : tasks_;
    Task task = std::move(tasks.front());
    tasks.pop_front();
    return task;
}

/// Waits for a task or the end.
void Worker::wait(std::unique_lock<std::mutex>& lock) {
    const auto is_due = [this] { return ending_ || !tasks_.empty() || !low_priority_.empty(); };
    if (when_idle_ && !ready_.wait_for(lock, idle_after_, is_due)) {
        lock.unlock();
        when_idle_();
        lock.lock();
    }
    ready_.wait(lock, is_due);
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wait(lock);
        if (tasks_.empty() && low_priority_.empty()) return;
        const Task task = take();
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace rostrum::store
