#include "store/worker.hpp"

#include <utility>

namespace rostrum::store {

Worker::Worker() : thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    given_.notify_one();
    thread_.join();
}

void Worker::give(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    given_.notify_one();
}

void Worker::give_for_later(Task task) {
    {
        const std::lock_guard lock(mutex_);
        later_.push_back(std::move(task));
    }
    given_.notify_one();
}

/// @pre there is a task
Worker::Task Worker::take() {
    const bool is_later = tasks_.empty() || (!later_.empty() && put_off_ >= most_put_off);
    put_off_ = is_later || later_.empty() ? 0 : put_off_ + 1;
    std::deque<Task>& tasks = is_later ? later_ : tasks_;
    Task task = std::move(tasks.front());
    tasks.pop_front();
    return task;
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        given_.wait(lock, [this] { return ending_ || !tasks_.empty() || !later_.empty(); });
        if (tasks_.empty() && later_.empty()) return;
        const Task task = take();
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace rostrum::store
