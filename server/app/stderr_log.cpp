#include "app/stderr_log.hpp"

#include <algorithm>
#include <climits>
#include <cstddef>
#include <memory>
#include <mutex>
#include <poll.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

namespace rostrum::app {

namespace {

class StderrSink : public spdlog::sinks::base_sink<std::mutex> {
protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        if (dropped_ > 0 &&
            is_written(std::to_string(dropped_) + " lines were dropped here: nobody read them.\n"))
            dropped_ = 0;
        if (dropped_ > 0 || !is_written({line.data(), line.size()})) ++dropped_;
    }
    void flush_() override {}

private:
    /// A pipe that poll() calls ready takes this much at once.
    static bool is_written(std::string_view text) {
        pollfd error{.fd = STDERR_FILENO, .events = POLLOUT, .revents = 0};
        if (::poll(&error, 1, 0) != 1 || (error.revents & POLLOUT) == 0) return false;
        return ::write(STDERR_FILENO, text.data(), std::min<std::size_t>(text.size(), PIPE_BUF)) >
               0;
    }

    std::size_t dropped_ = 0;
};

}  // namespace

void log_to_stderr() {
    auto log = std::make_shared<spdlog::logger>("rostrum", std::make_shared<StderrSink>());
    log->set_pattern("%Y-%m-%d %H:%M:%S.%e %l: %v");
    spdlog::set_default_logger(std::move(log));
}

}  // namespace rostrum::app
