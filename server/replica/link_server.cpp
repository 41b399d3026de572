#include "replica/link_server.hpp"

#include <chrono>
#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "replica/http_client.hpp"
#include "replica/with_error.hpp"

namespace rostrum::replica {
namespace {

namespace http = beast::http;
using ErrorCode = boost::system::error_code;
using Tcp = asio::ip::tcp;
using Stream = beast::ssl_stream<beast::tcp_stream>;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

constexpr std::chrono::seconds handshake_takes{5};
constexpr std::chrono::seconds idle_lasts{60};

asio::ssl::context server_tls(const TlsFiles& files) {
    asio::ssl::context context{asio::ssl::context::tls_server};
    context.set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
    use_files(context, files);
    return context;
}

}  // namespace

struct LinkServer::Parts : std::enable_shared_from_this<LinkServer::Parts> {
    /// An answer that the handler gives now or later.
    struct Pending {
        explicit Pending(asio::io_context& io) : given(io, asio::steady_timer::time_point::max()) {}
        asio::steady_timer given;
        std::optional<std::string> body;
        bool is_given = false;
    };

    Parts(asio::io_context& context, const TlsFiles& files)
        : io(context), tls(server_tls(files)), acceptor(context) {}

    static asio::awaitable<void> accept(std::shared_ptr<Parts> parts);
    asio::awaitable<void> serve(Tcp::socket socket);
    asio::awaitable<Response> answer(const Request& request);

    asio::io_context& io;
    asio::ssl::context tls;
    Tcp::acceptor acceptor;
    std::map<std::string, Handler> handlers;
    std::set<Stream*> streams;
};

asio::awaitable<Response> LinkServer::Parts::answer(const Request& request) {
    Response response{http::status::not_found, request.version()};
    response.keep_alive(request.keep_alive());
    const auto handler = handlers.find(std::string{request.target()});
    if (handler != handlers.end() && request.method() == http::verb::post) {
        const auto pending = std::make_shared<Pending>(io);
        try {
            handler->second(request.body(), [pending](std::optional<std::string> body) {
                pending->body = std::move(body);
                pending->is_given = true;
                pending->given.cancel();
            });
        } catch (const std::exception&) {
            response.result(http::status::bad_request);
            pending->is_given = true;
        }
        ErrorCode canceled;
        if (!pending->is_given) co_await pending->given.async_wait(with_error(canceled));
        if (pending->body) {
            response.result(http::status::ok);
            response.body() = std::move(*pending->body);
        } else if (response.result() == http::status::not_found) {
            response.result(http::status::service_unavailable);
        }
    }
    response.prepare_payload();
    co_return response;
}

asio::awaitable<void> LinkServer::Parts::serve(Tcp::socket socket) {
    const auto self = shared_from_this();
    Stream stream{std::move(socket), tls};
    if (streams.size() >= most_connections) co_return;
    streams.insert(&stream);
    beast::tcp_stream& below = stream.next_layer();
    below.expires_after(handshake_takes);
    ErrorCode error;
    co_await stream.async_handshake(asio::ssl::stream_base::server, with_error(error));
    beast::flat_buffer buffer;
    bool goes_on = !error && acceptor.is_open();
    while (goes_on) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(most_asked);
        below.expires_after(idle_lasts);
        co_await http::async_read(stream, buffer, parser, with_error(error));
        if (error) break;
        // A question may wait for news.
        below.expires_never();
        auto response = co_await answer(parser.get());
        if (!acceptor.is_open()) break;
        below.expires_after(idle_lasts);
        co_await http::async_write(stream, response, with_error(error));
        goes_on = !error && response.keep_alive();
    }
    streams.erase(&stream);
}

asio::awaitable<void> LinkServer::Parts::accept(std::shared_ptr<Parts> parts) {
    while (parts->acceptor.is_open()) {
        Tcp::socket socket{parts->io};
        ErrorCode error;
        co_await parts->acceptor.async_accept(socket, with_error(error));
        if (error == asio::error::operation_aborted) co_return;
        if (error) {
            // Too many open files: they become fewer.
            asio::steady_timer pause{parts->io, std::chrono::milliseconds{100}};
            co_await pause.async_wait(with_error(error));
            continue;
        }
        socket.set_option(Tcp::no_delay{true}, error);
        asio::co_spawn(parts->io, parts->serve(std::move(socket)), asio::detached);
    }
}

LinkServer::LinkServer(asio::io_context& io, const std::string& address, std::uint16_t port,
                       const TlsFiles& files)
    : parts_(std::make_shared<Parts>(io, files)) {
    try {
        const Tcp::endpoint place{asio::ip::make_address(address), port};
        parts_->acceptor.open(place.protocol());
        parts_->acceptor.set_option(Tcp::acceptor::reuse_address{true});
        parts_->acceptor.bind(place);
        parts_->acceptor.listen();
    } catch (const boost::system::system_error& error) {
        throw UnusableSetting("The servers' link cannot listen at " + address + ", port " +
                              std::to_string(port) + ": " + error.code().message() + ".");
    }
    asio::co_spawn(io, Parts::accept(parts_), asio::detached);
}

LinkServer::~LinkServer() {
    parts_->acceptor.close();
    for (Stream* stream : parts_->streams) stream->next_layer().close();
}

std::uint16_t LinkServer::port() const {
    return parts_->acceptor.local_endpoint().port();
}

void LinkServer::on(const std::string& path, Handler handler) {
    parts_->handlers[path] = std::move(handler);
}

}  // namespace rostrum::replica
