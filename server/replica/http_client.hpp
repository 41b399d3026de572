#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/basic_dynamic_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "replica/http_address.hpp"

namespace rostrum::replica {

namespace asio = boost::asio;
namespace beast = boost::beast;

using Moment = std::chrono::steady_clock::time_point;

/// The largest answer, and the longest line of a stream.
constexpr std::size_t most_answered = 32UL << 20U;

/// Loads the authorities, and the certificate and key if there are any.
/// @throws UnusableSetting if a file has no usable PEM
void use_files(asio::ssl::context& context, const TlsFiles& files);
/// @throws UnusableSetting
[[nodiscard]] asio::ssl::context client_tls(const TlsFiles& files);

/// A request of the method POST.
struct HttpRequest {
    std::string path;
    std::string body;
    std::string_view type = "application/json";
};

/// What came of a request.
struct HttpAnswer {
    /// 0 if none came.
    unsigned status = 0;
    std::string body;
    /// Why none came: a sentence.
    std::string fault;
    bool is_too_large = false;
};

/// One connection after another, with or without TLS: HTTP/1.1, one request at a time. The caller
/// keeps it until what it waits for is over.
class HttpConnection {
public:
    /// @param tls for addresses with TLS. Both outlive the connection.
    HttpConnection(asio::io_context& io, asio::ssl::context& tls) : io_(io), tls_(tls) {}
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    /// Returns why the address cannot be reached, as a sentence; empty if it is.
    asio::awaitable<std::string> open(const HttpAddress& address, Moment deadline);
    [[nodiscard]] bool is_open() const { return stream_.has_value(); }
    /// @pre it is open
    asio::awaitable<HttpAnswer> exchange(const HttpRequest& request, Moment deadline);

    /// Begins an answer of many lines. False if it does not come.
    asio::awaitable<bool> open_lines(const HttpRequest& request);
    /// The next line; nullopt at the end.
    asio::awaitable<std::optional<std::string>> next_line();

    /// @pre no operation uses the connection
    void close();
    /// What waits ends with an error.
    void cut();
    [[nodiscard]] std::string named() const { return text_of(address_); }

private:
    using Stream = beast::ssl_stream<beast::tcp_stream>;
    using Request = beast::http::request<beast::http::string_body>;
    using LineBody = beast::http::basic_dynamic_body<beast::flat_buffer>;

    struct Search;

    asio::awaitable<std::vector<asio::ip::tcp::endpoint>> resolve(Moment deadline);
    [[nodiscard]] Request beast_request(const HttpRequest& request) const;

    asio::io_context& io_;
    asio::ssl::context& tls_;
    HttpAddress address_;
    std::optional<Stream> stream_;
    beast::flat_buffer buffer_;
    std::optional<beast::http::response_parser<LineBody>> lines_;
};

}  // namespace rostrum::replica
