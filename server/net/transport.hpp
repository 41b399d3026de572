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

/// A socket and its outbox, the only way to write to it. Beast uses a transport as its stream: its
/// pongs and close frames queue in the outbox like everything else, so none lands in the middle of
/// another frame. With TLS, it encrypts what leaves, record by record, and decrypts what arrives.
class Transport : public std::enable_shared_from_this<Transport> {
public:
    using executor_type = Executor;
    using Moment = std::chrono::steady_clock::time_point;

    Transport(Socket socket, const Limits& limits, std::shared_ptr<Metrics> metrics);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Waits until there are bytes to read, or the end of the stream. May complete too early: Asio
    /// can deliver an event meant for another socket that was closed in the same task.
    template <class Token>
    auto async_wait_for_bytes(Token&& token) {
        return socket_.async_wait(Socket::wait_read, std::forward<Token>(token));
    }
    /// Peeks at the next byte; nullopt at the end of the stream, or with the error `would_block` if
    /// nothing has arrived yet.
    [[nodiscard]] std::optional<char> first_byte(ErrorCode& error);
    /// The other end has closed, or sends no more. Does not see it through bytes of TLS.
    [[nodiscard]] bool has_left();
    /// Bytes have been taken from the socket that the caller has not read yet.
    [[nodiscard]] bool holds_bytes() const;
    /// Switches to TLS. Only before anything is read or written.
    void secure(const TlsIdentity& identity);
    [[nodiscard]] bool is_secure() const { return tls_ != nullptr; }

    [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }
    [[nodiscard]] Outbox& outbox() { return outbox_; }

    /// Writes what the kernel accepts now; the rest follows when it can. After the last frame of a
    /// sealed outbox it shuts down its sending side.
    void flush();
    /// Sets the task that runs, by itself, whenever queued bytes have left.
    void on_progress(std::function<void()> task) { on_progress_ = std::move(task); }
    /// Bytes are queued, and none could be written since this moment.
    [[nodiscard]] bool has_waited_since(Moment moment) const;

    /// Closes the socket now; pending operations end with an error.
    void cut();
    [[nodiscard]] bool is_cut() const { return !socket_.is_open(); }

    // Beast's stream requirements.
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
    /// Reads over TLS until there are bytes or the end of the stream.
    struct Deciphering {
        template <class Self>
        void operator()(Self& self, ErrorCode error = {}) {
            // A result that is there at once is still delivered in a later task, as Asio requires.
            if (!error && !result) bytes = transport.decipher(into, error);
            if (result) error = *result;
            if (error == asio::error::would_block) {
                waited = true;
                return transport.socket_.async_wait(Socket::wait_read, std::move(self));
            }
            if (std::exchange(waited, true)) return self.complete(error, bytes);
            result = error;
            asio::post(transport.get_executor(), std::move(self));
        }
        Transport& transport;
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
    /// Null without TLS.
    std::unique_ptr<TlsChannel> tls_;
    Outbox outbox_;
    std::shared_ptr<Metrics> metrics_;
    std::function<void()> on_progress_;
    bool waiting_ = false;
    /// The kernel accepts bytes whenever a wait ends, so this is when it last did.
    Moment waiting_since_;
};

}  // namespace rostrum::net
