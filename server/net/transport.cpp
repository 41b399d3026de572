#include "net/transport.hpp"

#include <array>
#include <poll.h>
#include <string_view>

#include <boost/asio/error.hpp>

#include "net/frame.hpp"
#include "net/tls/channel.hpp"

namespace rostrum::net {
namespace {

/// Frames written by one system call.
constexpr std::size_t gathered = 32;
/// Frames that may be queued when a pong is added: the client's answers, and a change before each.
/// A client with more floods with pings.
constexpr std::size_t most_before_a_pong = 128;

}  // namespace

Transport::Transport(Socket socket, const Limits& limits, std::shared_ptr<Metrics> metrics)
    : socket_(std::move(socket)), metrics_(std::move(metrics)) {
    ErrorCode ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket_.set_option(asio::socket_base::send_buffer_size(limits.kernel_send_buffer), ignored);
}

Transport::~Transport() = default;

std::optional<char> Transport::first_byte(ErrorCode& error) {
    char byte = 0;
    const std::size_t bytes = socket_.receive(asio::buffer(&byte, 1), Socket::message_peek, error);
    if (error || bytes == 0) return std::nullopt;
    return byte;
}

bool Transport::has_left() {
    pollfd socket{.fd = socket_.native_handle(), .events = POLLRDHUP, .revents = 0};
    return ::poll(&socket, 1, 0) > 0;
}

bool Transport::holds_bytes() const {
    return tls_ && tls_->holds_bytes();
}

void Transport::secure(const TlsIdentity& identity) {
    tls_ = std::make_unique<TlsChannel>(identity);
}

void Transport::flush() {
    if (waiting_ || is_cut()) return;
    const ErrorCode error = tls_ ? write_enciphered() : write_plain();
    if (error == asio::error::would_block) return wait_until_writable();
    if (error) return cut();
    ErrorCode ignored;
    if (outbox_.sealed()) socket_.shutdown(Socket::shutdown_send, ignored);
}

ErrorCode Transport::write_plain() {
    std::array<std::string_view, gathered> pieces;
    std::array<asio::const_buffer, gathered> buffers;
    ErrorCode error;
    while (!outbox_.empty()) {
        const std::size_t count = outbox_.next(pieces);
        for (std::size_t i = 0; i < count; ++i)
            buffers[i] = asio::buffer(pieces[i].data(), pieces[i].size());
        const std::size_t bytes = count == 1
                                      ? socket_.write_some(buffers[0], error)
                                      : socket_.write_some(std::span{buffers}.first(count), error);
        if (error) break;
        metrics_->frames_sent += outbox_.written(bytes);
    }
    return error;
}

// Encrypts a record only after the one before it has left: what is queued stays in the outbox,
// where it can still be merged.
ErrorCode Transport::write_enciphered() {
    std::array<std::string_view, gathered> pieces;
    ErrorCode error;
    while (true) {
        while (!tls_->outgoing().empty()) {
            tls_->sent(socket_.write_some(
                asio::buffer(tls_->outgoing().data(), tls_->outgoing().size()), error));
            if (error) return error;
        }
        if (!outbox_.empty()) {
            const std::size_t bytes = tls_->write(std::span{pieces}.first(outbox_.next(pieces)));
            if (bytes == 0) return error;
            metrics_->frames_sent += outbox_.written(bytes);
        } else if (!outbox_.sealed() || !tls_->close()) {
            return error;
        }
    }
}

// Reads the socket once a task, so that a busy sender does not keep others waiting.
std::size_t Transport::decipher(asio::mutable_buffer into, ErrorCode& error) {
    const std::span plain{static_cast<char*>(into.data()), into.size()};
    std::size_t bytes = tls_->read(plain);
    if (bytes == 0 && !tls_->ended() && !tls_->broken()) {
        std::array<char, 16UL * 1024> enciphered;
        const std::size_t received = socket_.read_some(asio::buffer(enciphered), error);
        if (error) return 0;
        tls_->receive({enciphered.data(), received});
        bytes = tls_->read(plain);
    }
    // TLS's own output: its handshake, or its closing alert.
    if (!tls_->outgoing().empty()) flush();
    if (bytes == 0)
        error = tls_->ended()    ? ErrorCode{asio::error::eof}
                : tls_->broken() ? ErrorCode{asio::error::connection_aborted}
                                 : ErrorCode{asio::error::would_block};
    return bytes;
}

void Transport::wait_until_writable() {
    waiting_ = true;
    waiting_since_ = std::chrono::steady_clock::now();
    socket_.async_wait(Socket::wait_write, [transport = shared_from_this()](ErrorCode error) {
        transport->waiting_ = false;
        if (error) return;
        transport->flush();
        if (transport->on_progress_) transport->on_progress_();
    });
}

bool Transport::has_waited_since(Moment moment) const {
    return waiting_ && waiting_since_ < moment;
}

void Transport::cut() {
    ErrorCode ignored;
    socket_.close(ignored);
}

ErrorCode Transport::take(std::string control) {
    if (is_cut() || outbox_.waiting() > most_before_a_pong) return asio::error::connection_aborted;
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
