#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>

namespace boost::asio {
class thread_pool;
}

namespace rostrum::net {

/// Set when a client has left; read on any thread.
using HasLeft = std::shared_ptr<const std::atomic<bool>>;

/// Work that takes longer than a loop may: reading a programme file, writing a record. A thread of
/// its own does one task after another. Call on the loop's thread.
class LongTasks {
public:
    /// Tasks in hand: each may hold a file or a whole record.
    static constexpr std::size_t most = 4;

    using Post = std::function<void(std::function<void()>)>;
    /// @param post runs a task on the loop's thread, and may be called from any thread.
    explicit LongTasks(Post post);
    /// Waits for the task in progress; the others are dropped.
    ~LongTasks();
    LongTasks(const LongTasks&) = delete;
    LongTasks& operator=(const LongTasks&) = delete;

    /// A place for one task, taken until the last copy is gone.
    using Place = std::shared_ptr<void>;
    /// Null if all are taken.
    [[nodiscard]] Place enter();

    /// Does the work on the other thread, unless the client has left by then, and then runs `then`
    /// on the loop's thread.
    /// @param work must not throw.
    void run(Place place, HasLeft has_left, std::function<void()> work, std::function<void()> then);

private:
    Post post_;
    std::shared_ptr<std::atomic<std::size_t>> taken_ =
        std::make_shared<std::atomic<std::size_t>>(0);
    std::unique_ptr<boost::asio::thread_pool> thread_;
};

}  // namespace rostrum::net
