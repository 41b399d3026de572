#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/append.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "net/asio.hpp"
#include "net/message_boundary.hpp"
#include "net/transport.hpp"

/// Beast's side of live connections. A Beast stream takes 2.4 kB and keeps no state between
/// messages, so a connection borrows one only while a message is arriving.
namespace rostrum::net {

/// The stream under Beast. Where Beast would wait for the next message, it gets an empty message of
/// ours instead: so its read ends with the stream intact, and the connection can wait without it.
class BeastAdapter {
public:
    using executor_type = Executor;
    explicit BeastAdapter(const Executor& executor)
        : state_(std::make_shared<State>(State{executor, nullptr, {}, false, false})) {}

    [[nodiscard]] executor_type get_executor() const { return state_->executor; }

    /// Makes Beast read from this transport. With nullptr, what Beast writes is dropped.
    void connect(Transport* transport) {
        *state_ = State{state_->executor, transport, {}, false, false};
    }
    /// Whether the last message read was our empty one. Resets itself.
    [[nodiscard]] bool has_nothing_more() { return std::exchange(state_->rests, false); }
    [[nodiscard]] Transport* transport() const { return state_->transport; }

    // Beast's stream requirements.
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return asio::async_compose<Token, void(ErrorCode, std::size_t)>(
            BeastRead<Buffers>{state_, buffers}, token, state_->executor);
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return state_->transport->async_write_some(buffers, std::forward<Token>(token));
    }
    // For a handshake without a connection.
    template <class Buffers>
    std::size_t write_some(const Buffers& buffers, ErrorCode& error) {
        error = {};
        return asio::buffer_size(buffers);
    }
    template <class Buffers>
    std::size_t write_some(const Buffers& buffers) {
        return asio::buffer_size(buffers);
    }
    template <class Buffers>
    std::size_t read_some(const Buffers& /*buffers*/, ErrorCode& error) {
        error = asio::error::eof;
        return 0;
    }
    template <class Buffers>
    std::size_t read_some(const Buffers& buffers) {
        ErrorCode error;
        read_some(buffers, error);
        throw boost::system::system_error(error);
    }

private:
    struct State {
        Executor executor;
        Transport* transport = nullptr;
        MessageBoundary boundary{};
        /// Bytes were read since connect().
        bool is_fed = false;
        bool rests = false;
    };
    /// One read operation. It may outlive the stream.
    template <class Buffers>
    struct BeastRead {
        template <class Self>
        void operator()(Self& self, ErrorCode error = {}, std::size_t bytes = 0) {
            if (!std::exchange(began, true)) {
                State& adapter = *state;
                const bool more =
                    adapter.transport->holds_bytes() || !adapter.boundary.is_between_messages();
                if (adapter.is_fed && !more) {
                    // Binary, final, masked by zeros, empty.
                    static constexpr std::string_view nothing{"\x82\x80\0\0\0\0", 6};
                    adapter.rests = true;
                    bytes =
                        asio::buffer_copy(buffers, asio::buffer(nothing.data(), nothing.size()));
                    return asio::post(adapter.executor,
                                      asio::append(std::move(self), error, bytes));
                }
                adapter.is_fed = true;
                return adapter.transport->async_read_some(buffers, std::move(self));
            }
            std::size_t left = bytes;
            for (auto piece = asio::buffer_sequence_begin(buffers); left > 0; ++piece) {
                const asio::const_buffer buffer{*piece};
                const std::size_t part = std::min(left, buffer.size());
                state->boundary.pass({static_cast<const char*>(buffer.data()), part});
                left -= part;
            }
            self.complete(error, bytes);
        }
        std::shared_ptr<State> state;
        Buffers buffers;
        bool began = false;
    };

    std::shared_ptr<State> state_;
};

// Beast requires these of a custom stream; the connection closes its own socket, in one place.
inline void teardown(boost::beast::role_type /*role*/, BeastAdapter& /*feed*/, ErrorCode& error) {
    error = {};
}
template <class Handler>
void async_teardown(boost::beast::role_type /*role*/, BeastAdapter& adapter, Handler&& handler) {
    asio::post(adapter.get_executor(), asio::append(std::forward<Handler>(handler), ErrorCode{}));
}
inline void beast_close_socket(BeastAdapter& adapter) {
    if (adapter.transport() != nullptr) adapter.transport()->cut();
}

struct WebSocketReader {
    explicit WebSocketReader(const Executor& executor) : stream(executor) {
        stream.control_callback([this](boost::beast::websocket::frame_type,
                                       boost::beast::string_view) { on_control(); });
    }
    boost::beast::websocket::stream<BeastAdapter, false> stream;
    /// The message being read. Empty between two messages.
    boost::beast::flat_buffer message;
    /// Called for each ping, pong and close frame.
    std::function<void()> on_control;
};

/// Idle readers.
class WebSocketReaderPool {
public:
    explicit WebSocketReaderPool(Executor executor) : executor_(std::move(executor)) {}

    /// Returns a reader after its handshake, with nothing read yet.
    [[nodiscard]] std::shared_ptr<WebSocketReader> take() {
        if (resting_.empty()) return make();
        auto reader = std::move(resting_.back());
        resting_.pop_back();
        return reader;
    }
    /// Only between two messages.
    void give_back(std::shared_ptr<WebSocketReader> reader) {
        reader->on_control = [] {};
        reader->stream.next_layer().connect(nullptr);
        if (resting_.size() < most_resting) resting_.push_back(std::move(reader));
    }

private:
    [[nodiscard]] std::shared_ptr<WebSocketReader> make() const;

    static constexpr std::size_t most_resting = 64;
    Executor executor_;
    std::vector<std::shared_ptr<WebSocketReader>> resting_;
};

}  // namespace rostrum::net
