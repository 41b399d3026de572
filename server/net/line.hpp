#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <boost/asio/append.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>

#include "net/asio.hpp"
#include "net/limits.hpp"
#include "net/metrics.hpp"
#include "net/outbox.hpp"

namespace rostrum::net {

class TlsChannel;
class TlsIdentity;

/// A socket, and the one place from which anything is written to it: its outbox. Beast runs on top
/// of a line and believes that it is a stream: its pongs and close frames take their place in the
/// outbox like everything else, so that none can fall into the middle of another frame. Over TLS
/// all that leaves is enciphered here, record by record, and all that comes is deciphered.
class Line : public std::enable_shared_from_this<Line> {
public:
    using executor_type = Executor;
    using Moment = std::chrono::steady_clock::time_point;

    Line(Socket socket, const Limits& limits, std::shared_ptr<Metrics> metrics);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// Until there is something to be read, or the end. It can come too early: Asio may tell a
    /// socket what it was about to tell another, which was closed in the same turn.
    template <class Token>
    auto async_wait_for_bytes(Token&& token) {
        return socket_.async_wait(Socket::wait_read, std::forward<Token>(token));
    }
    /// What is to be read next, and stays to be read; none at the end, or with the error
    /// `would_block` where nothing has come yet.
    [[nodiscard]] std::optional<char> first_byte(ErrorCode& error);
    /// Something was read from the socket that nobody has read from here.
    [[nodiscard]] bool holds_bytes() const;
    /// From here on TLS is spoken; before anything was read or written.
    void secure(const TlsIdentity& identity);
    [[nodiscard]] bool is_secure() const { return tls_ != nullptr; }

    [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }
    [[nodiscard]] Outbox& outbox() { return outbox_; }

    /// Writes what the kernel takes now; the rest leaves as it can. After the last frame of a
    /// sealed outbox the other side is told that no more will come.
    void flush();
    /// Called in a turn of its own whenever something that had to wait has left.
    void on_progress(std::function<void()> task) { on_progress_ = std::move(task); }
    /// Something waits, and nothing of it could be written from this moment on.
    [[nodiscard]] bool has_waited_since(Moment moment) const;

    /// Ends everything now: what waits on the line is told so.
    void cut();
    [[nodiscard]] bool is_cut() const { return !socket_.is_open(); }

    // What Beast asks of a stream.
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        if (!tls_) return socket_.async_read_some(buffers, std::forward<Token>(token));
        return asio::async_compose<Token, void(ErrorCode, std::size_t)>(
            Deciphering{*this, *asio::buffer_sequence_begin(buffers)}, token, socket_);
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return asio::async_initiate<Token, void(ErrorCode, std::size_t)>(
            [this](auto handler, const Buffers& bytes) {
                const std::size_t size = asio::buffer_size(bytes);
                std::string copy(size, '\0');
                asio::buffer_copy(asio::buffer(copy), bytes);
                const ErrorCode result = take(std::move(copy));
                asio::post(get_executor(), asio::append(std::move(handler), result, size));
            },
            token, buffers);
    }

private:
    /// Reading over TLS, until there is something or the end of it.
    struct Deciphering {
        template <class Self>
        void operator()(Self& self, ErrorCode error = {}) {
            // What is told at once is told in a turn of its own, as any asynchronous reading.
            if (!error && !result) bytes = line.decipher(into, error);
            if (result) error = *result;
            if (error == asio::error::would_block) {
                waited = true;
                return line.socket_.async_wait(Socket::wait_read, std::move(self));
            }
            if (std::exchange(waited, true)) return self.complete(error, bytes);
            result = error;
            asio::post(line.get_executor(), std::move(self));
        }
        Line& line;
        asio::mutable_buffer into;
        bool waited = false;
        std::optional<ErrorCode> result{};
        std::size_t bytes = 0;
    };

    [[nodiscard]] ErrorCode take(std::string control);
    [[nodiscard]] ErrorCode write_plain();
    [[nodiscard]] ErrorCode write_enciphered();
    [[nodiscard]] std::size_t decipher(asio::mutable_buffer into, ErrorCode& error);
    void wait_until_writable();

    Socket socket_;
    /// None where the line is plain.
    std::unique_ptr<TlsChannel> tls_;
    Outbox outbox_;
    std::shared_ptr<Metrics> metrics_;
    std::function<void()> on_progress_;
    bool waiting_ = false;
    /// The kernel takes something whenever it ends a wait, so this is when it last did.
    Moment waiting_since_;
};

}  // namespace rostrum::net
