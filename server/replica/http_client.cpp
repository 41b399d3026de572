#include "replica/http_client.hpp"

#include <memory>
#include <utility>

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "replica/with_error.hpp"

namespace rostrum::replica {

namespace http = beast::http;
using ErrorCode = boost::system::error_code;

/// The addresses of a name.
struct HttpConnection::Search {
    asio::ip::tcp::resolver resolver;
    asio::steady_timer over;
    std::vector<asio::ip::tcp::endpoint> found;
};

namespace {

template <class Stream>
asio::awaitable<ErrorCode> converse(Stream& stream, http::request<http::string_body>& request,
                                    beast::flat_buffer& buffer,
                                    http::response_parser<http::string_body>& parser) {
    ErrorCode error;
    co_await http::async_write(stream, request, with_error(error));
    if (!error) co_await http::async_read(stream, buffer, parser, with_error(error));
    co_return error;
}

template <class Stream, class Parser>
asio::awaitable<ErrorCode> begin_lines(Stream& stream, http::request<http::string_body>& request,
                                       beast::flat_buffer& buffer, Parser& parser) {
    ErrorCode error;
    co_await http::async_write(stream, request, with_error(error));
    if (!error) co_await http::async_read_header(stream, buffer, parser, with_error(error));
    co_return error;
}

template <class Stream, class Parser>
asio::awaitable<ErrorCode> read_more(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    ErrorCode error;
    co_await http::async_read_some(stream, buffer, parser, with_error(error));
    co_return error;
}

}  // namespace

void use_files(asio::ssl::context& context, const TlsFiles& files) {
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    const auto use = [](const std::filesystem::path& file, const ErrorCode& error) {
        if (error)
            throw UnusableSetting("There is no usable PEM in " + file.string() + ": " +
                                  error.message() + ".");
    };
    ErrorCode error;
    if (files.authorities.empty())
        context.set_default_verify_paths(error);
    else
        context.load_verify_file(files.authorities, error);
    use(files.authorities, error);
    if (files.certificate.empty()) return;
    context.use_certificate_chain_file(files.certificate, error);
    use(files.certificate, error);
    context.use_private_key_file(files.key, asio::ssl::context::pem, error);
    use(files.key, error);
}

asio::ssl::context client_tls(const TlsFiles& files) {
    asio::ssl::context context{asio::ssl::context::tls_client};
    context.set_verify_mode(asio::ssl::verify_peer);
    use_files(context, files);
    return context;
}

asio::awaitable<std::string> HttpConnection::open(const HttpAddress& address, Moment deadline) {
    address_ = address;
    const auto places = co_await resolve(deadline);
    if (places.empty()) co_return named() + " has no IP address.";
    buffer_.clear();
    stream_.emplace(io_, tls_);
    beast::tcp_stream& socket = stream_->next_layer();
    socket.expires_at(deadline);
    ErrorCode error;
    co_await socket.async_connect(places, with_error(error));
    if (!error) socket.socket().set_option(asio::ip::tcp::no_delay{true}, error);
    if (!error && address_.is_secure) {
        stream_->set_verify_callback(asio::ssl::host_name_verification{address_.host});
        SSL_set_tlsext_host_name(stream_->native_handle(), address_.host.c_str());
        co_await stream_->async_handshake(asio::ssl::stream_base::client, with_error(error));
    }
    if (!error) co_return std::string{};
    close();
    co_return named() + " cannot be reached: " + error.message() + '.';
}

/// Empty if the name is not known in time: a name server may take longer, and then its answer is
/// dropped.
asio::awaitable<std::vector<asio::ip::tcp::endpoint>> HttpConnection::resolve(Moment deadline) {
    using Tcp = asio::ip::tcp;
    ErrorCode error;
    const auto ip = asio::ip::make_address(address_.host, error);
    const auto port = static_cast<std::uint16_t>(std::stoul(address_.port));
    if (!error) co_return std::vector<Tcp::endpoint>{Tcp::endpoint{ip, port}};
    const auto search =
        std::make_shared<Search>(Search{Tcp::resolver{io_}, asio::steady_timer{io_, deadline}, {}});
    search->resolver.async_resolve(address_.host, address_.port,
                                   [search](const ErrorCode&, const auto& results) {
                                       search->found.assign(results.begin(), results.end());
                                       search->over.cancel();
                                   });
    co_await search->over.async_wait(with_error(error));
    co_return search->found;
}

asio::awaitable<HttpAnswer> HttpConnection::exchange(const HttpRequest& request, Moment deadline) {
    Request sent = beast_request(request);
    http::response_parser<http::string_body> parser;
    parser.body_limit(most_answered);
    stream_->next_layer().expires_at(deadline);
    ErrorCode error;
    if (address_.is_secure)
        error = co_await converse(*stream_, sent, buffer_, parser);
    else
        error = co_await converse(stream_->next_layer(), sent, buffer_, parser);
    HttpAnswer answer;
    if (error == http::error::body_limit) {
        answer.is_too_large = true;
        answer.fault = named() + " answers more than can be read at once.";
    } else if (error) {
        answer.fault = named() + " gives no answer: " + error.message() + '.';
    } else {
        answer.status = parser.get().result_int();
        answer.body = std::move(parser.get().body());
    }
    if (error || !parser.get().keep_alive()) close();
    co_return answer;
}

asio::awaitable<bool> HttpConnection::open_lines(const HttpRequest& request) {
    Request sent = beast_request(request);
    lines_.emplace();
    lines_->body_limit(boost::none);
    lines_->get().body().max_size(most_answered);
    ErrorCode error;
    if (address_.is_secure)
        error = co_await begin_lines(*stream_, sent, buffer_, *lines_);
    else
        error = co_await begin_lines(stream_->next_layer(), sent, buffer_, *lines_);
    if (!error) stream_->next_layer().expires_never();
    co_return !error && lines_->get().result() == http::status::ok;
}

asio::awaitable<std::optional<std::string>> HttpConnection::next_line() {
    std::size_t searched = 0;
    while (stream_) {
        beast::flat_buffer& body = lines_->get().body();
        const std::string_view bytes{static_cast<const char*>(body.cdata().data()), body.size()};
        const std::size_t end = bytes.find('\n', searched);
        if (end != std::string_view::npos) {
            std::optional<std::string> line{bytes.substr(0, end)};
            body.consume(end + 1);
            co_return line;
        }
        searched = bytes.size();
        if (lines_->is_done()) break;
        ErrorCode error;
        if (address_.is_secure)
            error = co_await read_more(*stream_, buffer_, *lines_);
        else
            error = co_await read_more(stream_->next_layer(), buffer_, *lines_);
        if (error) break;
    }
    co_return std::nullopt;
}

void HttpConnection::close() {
    stream_.reset();
    lines_.reset();
}

void HttpConnection::cut() {
    if (stream_) stream_->next_layer().close();
}

HttpConnection::Request HttpConnection::beast_request(const HttpRequest& request) const {
    Request sent{http::verb::post, request.path, 11};
    sent.set(http::field::host, named().substr(address_.is_secure ? 8 : 7));
    sent.set(http::field::content_type, request.type);
    sent.body() = request.body;
    sent.prepare_payload();
    return sent;
}

}  // namespace rostrum::replica
