#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace rostrum::net {

/// The server's one thread: rooms, connections and timers all run here, one task at a time.
class Loop {
public:
    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Runs tasks until stop(). Rethrows what a task throws.
    void run();
    /// May be called from any thread: run() returns after the current task.
    void stop();
    /// May be called from any thread: runs the task later. Tasks posted by one thread keep their
    /// order.
    void post(std::function<void()> task);
    /// Runs the task again and again, this long apart, until stop(). For one task only.
    void every(std::chrono::milliseconds interval, std::function<void()> task);
    /// Runs once when the process receives SIGINT or SIGTERM.
    void on_end_signal(std::function<void()> task);
    /// Runs each time the process receives SIGHUP.
    void on_reload_signal(std::function<void()> task);

    [[nodiscard]] boost::asio::io_context& context();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rostrum::net
