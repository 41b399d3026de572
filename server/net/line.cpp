#include "net/line.hpp"

#include <array>
#include <string_view>

#include <boost/asio/error.hpp>

#include "net/frame.hpp"

namespace rostrum::net {
namespace {

/// So many frames leave in one system call.
constexpr std::size_t gathered = 32;
/// Pongs that a client lets wait; one that lets more wait floods.
constexpr std::size_t most_controls = 64;

}  // namespace

Line::Line(Socket socket, const Limits& limits, std::shared_ptr<Metrics> metrics)
    : socket_(std::move(socket)), outbox_(limits), metrics_(std::move(metrics)) {
    ErrorCode ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket_.set_option(asio::socket_base::send_buffer_size(limits.kernel_send_buffer), ignored);
}

void Line::flush() {
    if (waiting_ || is_cut()) return;
    std::array<std::string_view, gathered> pieces;
    std::array<asio::const_buffer, gathered> buffers;
    while (!outbox_.empty()) {
        const std::size_t count = outbox_.next(pieces);
        for (std::size_t i = 0; i < count; ++i)
            buffers[i] = asio::buffer(pieces[i].data(), pieces[i].size());
        ErrorCode error;
        const std::size_t bytes = socket_.write_some(std::span{buffers}.first(count), error);
        if (error == asio::error::would_block) return wait_until_writable();
        if (error) return cut();
        metrics_->frames_sent += outbox_.written(bytes);
    }
    ErrorCode ignored;
    if (outbox_.sealed()) socket_.shutdown(Socket::shutdown_send, ignored);
}

void Line::wait_until_writable() {
    waiting_ = true;
    waiting_since_ = std::chrono::steady_clock::now();
    socket_.async_wait(Socket::wait_write, [line = shared_from_this()](ErrorCode error) {
        line->waiting_ = false;
        if (error) return;
        line->flush();
        if (line->on_progress_) line->on_progress_();
    });
}

bool Line::has_waited_since(Moment moment) const {
    return waiting_ && waiting_since_ < moment;
}

void Line::cut() {
    ErrorCode ignored;
    socket_.close(ignored);
}

ErrorCode Line::take(std::string control) {
    if (is_cut() || outbox_.answers() > most_controls) return asio::error::connection_aborted;
    const bool is_last = is_close_frame(control);
    auto frame = std::make_shared<const std::string>(std::move(control));
    if (is_last)
        outbox_.seal(std::move(frame));
    else
        outbox_.put(std::move(frame));
    flush();
    return {};
}

}  // namespace rostrum::net
