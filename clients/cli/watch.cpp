#include "cli/watch.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <random>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "cli/connect.hpp"
#include "cli/watched_room.hpp"

namespace rostrum::cli {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace json = boost::json;
namespace websocket = beast::websocket;
using namespace std::chrono_literals;

namespace {

// The close codes of docs/protocol.md.
constexpr std::uint16_t close_not_admitted = 4401;
constexpr std::uint16_t close_unknown_room = 4404;

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

template <class Socket>
asio::awaitable<void> join(Socket& socket, const Target& target) {
    co_await connect(socket.next_layer(), target);
    beast::get_lowest_layer(socket).expires_never();

    socket.set_option(websocket::stream_base::timeout{
        .handshake_timeout = 10s, .idle_timeout = 15s, .keep_alive_pings = true});
    socket.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
        request.set(beast::http::field::sec_websocket_protocol, "rostrum.v1.json");
    }));
    co_await socket.async_handshake(authority_of(target), "/api/v1/rooms/" + target.room + "/live",
                                    asio::use_awaitable);
    const json::object hello{{"hello", {{"token", target.token}, {"device", "rostrum watch"}}}};
    co_await socket.async_write(asio::buffer(json::serialize(hello)), asio::use_awaitable);
}

/// Runs until the connection ends, with an exception.
template <class Socket>
asio::awaitable<void> follow(Socket& socket, const Target& target, WatchForm form,
                             const WatchOutput& output) {
    co_await join(socket, target);
    WatchedRoom room;
    beast::flat_buffer buffer;
    for (;;) {
        co_await socket.async_read(buffer, asio::use_awaitable);
        const std::string message = beast::buffers_to_string(buffer.data());
        buffer.clear();
        const auto line = room.take(json::parse(message).as_object(), steady_ms());
        if (form == WatchForm::messages)
            output.line(message);
        else if (line)
            output.line(*line);
    }
}

/// One connection, from its beginning to its end.
/// @returns why it ended.
template <class Socket>
std::string one_connection(Socket socket, asio::io_context& io, const Target& target,
                           WatchForm form, const WatchOutput& output) {
    std::exception_ptr end;
    asio::co_spawn(io, follow(socket, target, form, output),
                   [&](const std::exception_ptr& why) { end = why; });
    io.run();

    if (socket.reason().code == close_not_admitted)
        throw NotAdmitted("The server rejects the token.");
    if (socket.reason().code == close_unknown_room)
        throw Unusable("There is no room `" + target.room + "` on this server.");
    try {
        std::rethrow_exception(end);
    } catch (const boost::system::system_error& error) {
        // OpenSSL's error texts help no user.
        const bool is_tls = error.code().category() == asio::error::get_ssl_category();
        return is_tls ? "TLS broke off" : error.code().message();
    }
}

std::string one_connection(const Target& target, WatchForm form, const WatchOutput& output) {
    asio::io_context io;
    if (!target.secure)
        return one_connection(websocket::stream<beast::tcp_stream>{io}, io, target, form, output);
    asio::ssl::context tls = tls_for(target);
    return one_connection(websocket::stream<TlsStream>{io, tls}, io, target, form, output);
}

}  // namespace

void watch(const Target& target, WatchForm form, const WatchOutput& output) {
    std::minstd_rand chance{std::random_device{}()};
    std::uniform_real_distribution<> half_to_whole{0.5, 1.0};
    auto wait = 200ms;
    for (;;) {
        const auto begun = std::chrono::steady_clock::now();
        output.remark("Not connected: " + one_connection(target, form, output) + ". Trying again.");
        // A connection that lasted is not a failed attempt.
        wait = std::chrono::steady_clock::now() - begun > 10s ? 200ms : std::min(wait * 2, 5000ms);
        std::this_thread::sleep_for(wait * half_to_whole(chance));
    }
}

}  // namespace rostrum::cli
