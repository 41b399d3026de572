#include "net/loop.hpp"

#include <csignal>
#include <optional>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>

#include "net/asio.hpp"

namespace rostrum::net {

struct Loop::Parts {
    /// Exactly one thread runs it.
    asio::io_context io{1};
    asio::executor_work_guard<Executor> work{io.get_executor()};
    std::optional<asio::basic_signal_set<Executor>> signals;
    std::optional<asio::basic_signal_set<Executor>> reload_signal;
    std::function<void()> reload;

    void await_reload() {
        reload_signal->async_wait([this](ErrorCode error, int /*signal*/) {
            if (error) return;
            reload();
            await_reload();
        });
    }

    std::optional<Timer> ticking;

    void tick(std::chrono::milliseconds interval, std::function<void()> task) {
        ticking->expires_after(interval);
        ticking->async_wait([this, interval, task = std::move(task)](ErrorCode error) mutable {
            if (error) return;
            task();
            tick(interval, std::move(task));
        });
    }
};

Loop::Loop() : parts_(std::make_unique<Parts>()) {}
Loop::~Loop() = default;

void Loop::run() {
    parts_->io.run();
}

void Loop::stop() {
    parts_->io.stop();
}

void Loop::post(std::function<void()> task) {
    asio::post(parts_->io, std::move(task));
}

void Loop::every(std::chrono::milliseconds interval, std::function<void()> task) {
    parts_->ticking.emplace(parts_->io.get_executor());
    parts_->tick(interval, std::move(task));
}

void Loop::on_end_signal(std::function<void()> task) {
    parts_->signals.emplace(parts_->io.get_executor(), SIGINT, SIGTERM);
    parts_->signals->async_wait([task = std::move(task)](ErrorCode error, int /*signal*/) {
        if (!error) task();
    });
}

void Loop::on_reload_signal(std::function<void()> task) {
    parts_->reload = std::move(task);
    parts_->reload_signal.emplace(parts_->io.get_executor(), SIGHUP);
    parts_->await_reload();
}

asio::io_context& Loop::context() {
    return parts_->io;
}

}  // namespace rostrum::net
