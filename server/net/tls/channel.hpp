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

/// The server's side of one connection's TLS, without its socket: what came over the wire goes in
/// by receive(), what is to go over the wire stands in outgoing(). The handshake happens by itself
/// while it is read from. What it holds is bounded: one record that is written, or read, and the
/// answers of TLS itself, of which a client that lets too many wait has broken the channel.
class TlsChannel {
public:
    /// The connection keeps this identity, even when the server has another.
    explicit TlsChannel(const TlsIdentity& identity);
    ~TlsChannel();
    TlsChannel(const TlsChannel&) = delete;
    TlsChannel& operator=(const TlsChannel&) = delete;

    /// Bytes from the wire. Not before read() has said that there is no more in those before.
    void receive(std::string_view bytes);
    /// What the other side said, deciphered, as much as fits; 0 when more must be received first,
    /// or when no more will come.
    std::size_t read(std::span<char> into);
    /// Something was received that read() has not given out, or the end of it not told.
    [[nodiscard]] bool holds_bytes() const;
    /// The other side has said its last: it may still be written to.
    [[nodiscard]] bool ended() const { return state_ == State::ended; }
    /// This is no TLS that is spoken here. Only an alert, in outgoing(), may still leave.
    [[nodiscard]] bool broken() const { return state_ == State::broken; }

    /// Enciphers what fits into one record, and returns how much that was; 0 before the handshake
    /// is done, and when the channel is broken. Not while outgoing() holds anything.
    std::size_t write(std::span<const std::string_view> pieces);
    /// Tells the other side that no more will be written. False if it knows, or cannot be told.
    bool close();

    /// What is to go over the wire next.
    [[nodiscard]] std::string_view outgoing() const;
    /// So much of it has left.
    void sent(std::size_t bytes);

private:
    enum class State { open, ended, broken };
    struct FreeSsl {
        void operator()(ssl_st* ssl) const;
    };

    // What OpenSSL takes for a wire: the two texts.
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
