#include "cli/http_request.hpp"

#include <exception>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "cli/connect.hpp"

namespace rostrum::cli {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

http::request<http::string_body> request_for(const Target& target, std::string_view path,
                                             std::string_view body) {
    http::request<http::string_body> request{body.empty() ? http::verb::get : http::verb::post,
                                             path, 11};
    request.set(http::field::host, authority_of(target));
    request.set(http::field::authorization, "Bearer " + target.token);
    request.set(http::field::connection, "close");
    if (!body.empty()) request.set(http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    return request;
}

template <class Stream>
asio::awaitable<HttpAnswer> ask(Stream& stream, const Target& target,
                                http::request<http::string_body> request) {
    co_await connect(stream, target);
    co_await http::async_write(stream, request, asio::use_awaitable);
    beast::flat_buffer buffer;
    http::response<http::string_body> answer;
    co_await http::async_read(stream, buffer, answer, asio::use_awaitable);
    co_return HttpAnswer{answer.result_int(), std::move(answer.body())};
}

asio::awaitable<HttpAnswer> exchange(const Target& target, std::string_view path,
                                     std::string_view body) {
    const auto executor = co_await asio::this_coro::executor;
    if (!target.secure) {
        beast::tcp_stream stream{executor};
        co_return co_await ask(stream, target, request_for(target, path, body));
    }
    asio::ssl::context tls = tls_for(target);
    TlsStream stream{executor, tls};
    co_return co_await ask(stream, target, request_for(target, path, body));
}

}  // namespace

HttpAnswer http_request(const Target& target, std::string_view path, std::string_view body) {
    asio::io_context io;
    HttpAnswer answer;
    std::exception_ptr fault;
    asio::co_spawn(
        io, [&] { return exchange(target, path, body); },
        [&](const std::exception_ptr& why, HttpAnswer got) {
            fault = why;
            answer = std::move(got);
        });
    io.run();
    try {
        if (fault) std::rethrow_exception(fault);
    } catch (const boost::system::system_error& error) {
        throw Unreachable("No answer from " + authority_of(target) + ": " + error.code().message() +
                          ".");
    }
    if (answer.status == 401) throw NotAdmitted("The server rejects the token.");
    return answer;
}

}  // namespace rostrum::cli
