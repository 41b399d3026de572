#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

namespace rostrum::net {

/// The client's side of a TLS connection on OpenSSL's memory buffers, without a socket.
class TlsEnd {
public:
    /// @param version the only TLS version it supports; 0: any.
    explicit TlsEnd(int version = 0)
        : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), ssl_(nullptr, SSL_free) {
        // Security level 0 allows old versions and weak ciphers.
        SSL_CTX_set_cipher_list(context_.get(), "ALL:@SECLEVEL=0");
        SSL_CTX_set_min_proto_version(context_.get(), version == 0 ? TLS1_2_VERSION : version);
        SSL_CTX_set_max_proto_version(context_.get(), version);
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_bio(ssl_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_connect_state(ssl_.get());
    }

    /// Advances the handshake. Returns true when it is done.
    bool shake_hands() { return SSL_do_handshake(ssl_.get()) == 1; }
    void receive(std::string_view bytes) {
        BIO_write(SSL_get_rbio(ssl_.get()), bytes.data(), static_cast<int>(bytes.size()));
    }
    /// Takes the bytes to send.
    std::string outgoing() {
        BIO* wire = SSL_get_wbio(ssl_.get());
        std::string bytes(static_cast<std::size_t>(BIO_ctrl_pending(wire)), '\0');
        BIO_read(wire, bytes.data(), static_cast<int>(bytes.size()));
        return bytes;
    }
    void send(std::string_view text) {
        SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size()));
    }
    /// All decrypted data so far.
    std::string read() {
        std::string text;
        std::string piece(64UL * 1024, '\0');
        int bytes = 0;
        while ((bytes = SSL_read(ssl_.get(), piece.data(), static_cast<int>(piece.size()))) > 0)
            text.append(piece, 0, static_cast<std::size_t>(bytes));
        return text;
    }
    [[nodiscard]] SSL* ssl() const { return ssl_.get(); }

private:
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl_;
};

}  // namespace rostrum::net
