#include "cli/connect.hpp"

#include <chrono>
#include <string>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace rostrum::cli {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

namespace {

/// The name or the address that the certificate must be for.
void expect(SSL* ssl, const std::string& host) {
    ErrorCode is_name;
    asio::ip::make_address(host, is_name);
    if (!is_name) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str());
    } else {
        SSL_set1_host(ssl, host.c_str());
        SSL_set_tlsext_host_name(ssl, host.c_str());
    }
}

asio::awaitable<void> shake_hands(TlsStream& stream, const Target& target) {
    SSL* ssl = stream.native_handle();
    expect(ssl, target.host);
    ErrorCode error;
    co_await stream.async_handshake(asio::ssl::stream_base::client,
                                    asio::redirect_error(asio::use_awaitable, error));
    if (!error) co_return;
    const std::string place = authority_of(target);
    const long doubt = SSL_get_verify_result(ssl);
    if (doubt != X509_V_OK)
        throw Unreachable("The certificate of " + place +
                          " is not trusted: " + X509_verify_cert_error_string(doubt) +
                          ". --ca names a file with an authority to trust.");
    if (error.category() == asio::error::get_ssl_category())
        throw Unreachable("What answers at " + place + " speaks no TLS that this program speaks.");
    throw boost::system::system_error{error};
}

}  // namespace

asio::ssl::context tls_for(const Target& target) {
    asio::ssl::context context{asio::ssl::context::tls_client};
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    context.set_verify_mode(asio::ssl::verify_peer);
    ErrorCode error;
    if (target.authorities.empty())
        context.set_default_verify_paths(error);
    else
        context.load_verify_file(target.authorities, error);
    if (error) throw Unusable("There is no certificate in PEM in " + target.authorities + ".");
    return context;
}

asio::awaitable<void> connect(boost::beast::tcp_stream& stream, const Target& target) {
    asio::ip::tcp::resolver resolver{stream.get_executor()};
    stream.expires_after(std::chrono::seconds{10});
    const auto places =
        co_await resolver.async_resolve(target.host, target.port, asio::use_awaitable);
    co_await stream.async_connect(places, asio::use_awaitable);
}

asio::awaitable<void> connect(TlsStream& stream, const Target& target) {
    co_await connect(stream.next_layer(), target);
    co_await shake_hands(stream, target);
}

}  // namespace rostrum::cli
