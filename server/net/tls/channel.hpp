#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct bio_st;
struct bio_method_st;
struct ssl_st;

namespace rostrum::net {

class TlsIdentity;

/// The server's side of one TLS connection, without its socket: receive() takes bytes from the
/// network, outgoing() holds bytes for it. Reading performs the handshake. Memory is bounded: one
/// record in each direction and TLS's own output; a client that lets too much of that queue up
/// breaks the channel.
class TlsChannel {
public:
    /// Keeps this identity, even if the server gets another.
    explicit TlsChannel(const TlsIdentity& identity);
    ~TlsChannel();
    TlsChannel(const TlsChannel&) = delete;
    TlsChannel& operator=(const TlsChannel&) = delete;

    /// Adds bytes from the network. Only after read() has returned 0.
    void receive(std::string_view bytes);
    /// Decrypts as much as fits into the buffer; returns 0 if more must be received first, or at
    /// the end.
    std::size_t read(std::span<char> into);
    /// Received bytes, or the end of the stream, have not been read yet.
    [[nodiscard]] bool holds_bytes() const;
    /// The connection has closed its side; it can still be written to.
    [[nodiscard]] bool ended() const { return state_ == State::ended; }
    /// The connection does not speak valid TLS. At most an alert, in outgoing(), still leaves.
    [[nodiscard]] bool broken() const { return state_ == State::broken; }

    /// Encrypts what fits into one record and returns its length; 0 before the handshake is done
    /// and when the channel is broken. Only while outgoing() is empty.
    std::size_t write(std::span<const std::string_view> pieces);
    /// Sends the closing alert. Returns false if it was sent before or cannot be sent.
    bool close();

    /// The next bytes for the network.
    [[nodiscard]] std::string_view outgoing() const;
    /// Removes this many sent bytes.
    void sent(std::size_t bytes);

private:
    enum class State { open, ended, broken };
    struct FreeSsl {
        void operator()(ssl_st* ssl) const;
    };

    // The buffers under OpenSSL's BIO.
    [[nodiscard]] static const bio_method_st* wire();
    static int take_incoming(bio_st* wire, char* into, int size);
    static int put_outgoing(bio_st* wire, const char* bytes, int size);

    std::unique_ptr<ssl_st, FreeSsl> ssl_;
    std::string incoming_;
    std::size_t taken_ = 0;
    std::string outgoing_;
    std::size_t sent_ = 0;
    State state_ = State::open;
    bool closed_ = false;
};

}  // namespace rostrum::net
