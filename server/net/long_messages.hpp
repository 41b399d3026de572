#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace rostrum::net {

/// Long messages that have arrived: the loop acts on one after another, and on everything else that
/// is ready in between.
class LongMessages : public std::enable_shared_from_this<LongMessages> {
public:
    using Task = std::function<void()>;
    /// @param post runs a task later, after those that are ready.
    explicit LongMessages(std::function<void(Task)> post) : post_(std::move(post)) {}

    /// @param task must not throw.
    void wait(Task task) {
        waiting_.push_back(std::move(task));
        if (waiting_.size() == 1) post_next();
    }

private:
    void post_next() {
        post_([self = weak_from_this()] {
            if (const auto messages = self.lock()) messages->next();
        });
    }
    void next() {
        std::exchange(waiting_.front(), {})();
        waiting_.pop_front();
        if (!waiting_.empty()) post_next();
    }

    std::function<void(Task)> post_;
    std::deque<Task> waiting_;
};

}  // namespace rostrum::net
