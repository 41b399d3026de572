#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "store/executor.hpp"

namespace rostrum::store {

/// Acts as the rooms' thread: runs posted tasks while it waits.
class RoomsThread {
public:
    Executor executor() {
        return [this](std::function<void()> work) {
            const std::lock_guard lock(mutex_);
            work_.push_back(std::move(work));
            brought_.notify_one();
        };
    }

    /// Runs tasks until this holds, for at most 20 s.
    void run_until(const std::function<bool()>& holds) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
        std::unique_lock lock(mutex_);
        while (!holds()) {
            if (!brought_.wait_until(lock, end, [this] { return !work_.empty(); }))
                throw std::runtime_error("What was waited for did not come.");
            const std::function<void()> work = std::move(work_.front());
            work_.pop_front();
            lock.unlock();
            work();
            lock.lock();
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable brought_;
    std::deque<std::function<void()>> work_;
};

}  // namespace rostrum::store
