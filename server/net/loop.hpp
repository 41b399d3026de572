#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace rostrum::net {

/// The one thread of the server: chambers, connections and timers all run in it, in turns.
class Loop {
public:
    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Runs turns until stop(). What a turn throws comes out here.
    void run();
    /// From any thread: run() returns after the turn in progress.
    void stop();
    /// From any thread: the task gets a turn of its own. Tasks of one thread keep their order.
    void post(std::function<void()> task);
    /// A turn of its own for the task, again and again, this long apart, until stop(). For one
    /// task.
    void every(std::chrono::milliseconds interval, std::function<void()> task);
    /// Once, in a turn, when the process is asked to end (SIGINT, SIGTERM).
    void on_end_signal(std::function<void()> task);
    /// In a turn, each time the process is asked to read its files anew (SIGHUP).
    void on_reload_signal(std::function<void()> task);

    [[nodiscard]] boost::asio::io_context& context();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rostrum::net
