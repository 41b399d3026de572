#include "net/tls/channel.hpp"

#include <algorithm>
#include <array>
#include <new>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "net/tls/identity.hpp"

namespace rostrum::net {
namespace {

/// The largest TLS record.
constexpr std::size_t record = SSL3_RT_MAX_PLAIN_LENGTH;
/// Limit of queued TLS output: a whole handshake with a long chain. Only a client that keeps asking
/// and never reads queues more.
constexpr std::size_t most_waiting = 64UL * 1024;

/// OpenSSL asks for a flush, and for controls that this BIO does not have.
long control(BIO* /*wire*/, int command, long /*number*/, void* /*object*/) {
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

/// Frees a used-up buffer: a quiet connection holds none.
void give_back(std::string& bytes) {
    std::string{}.swap(bytes);
}

}  // namespace

void TlsChannel::FreeSsl::operator()(ssl_st* ssl) const {
    SSL_free(ssl);
}

const bio_method_st* TlsChannel::wire() {
    static const BIO_METHOD* const method = [] {
        BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire");
        BIO_meth_set_read(made, take_incoming);
        BIO_meth_set_write(made, put_outgoing);
        BIO_meth_set_ctrl(made, control);
        return made;
    }();
    return method;
}

int TlsChannel::take_incoming(bio_st* wire, char* into, int size) {
    auto& channel = *static_cast<TlsChannel*>(BIO_get_data(wire));
    BIO_clear_retry_flags(wire);
    const std::string_view left = std::string_view{channel.incoming_}.substr(channel.taken_);
    if (left.empty()) {
        BIO_set_retry_read(wire);
        return -1;
    }
    const std::size_t bytes = left.copy(into, static_cast<std::size_t>(size));
    channel.taken_ += bytes;
    return static_cast<int>(bytes);
}

int TlsChannel::put_outgoing(bio_st* wire, const char* bytes, int size) {
    auto& channel = *static_cast<TlsChannel*>(BIO_get_data(wire));
    BIO_clear_retry_flags(wire);
    if (channel.outgoing().size() > most_waiting) {
        BIO_set_retry_write(wire);
        return -1;
    }
    channel.outgoing_.append(bytes, static_cast<std::size_t>(size));
    return size;
}

TlsChannel::TlsChannel(const TlsIdentity& identity) : ssl_(SSL_new(identity.context())) {
    BIO* ends = BIO_new(wire());
    if (!ssl_ || ends == nullptr) {
        BIO_free(ends);
        throw std::bad_alloc{};
    }
    BIO_set_data(ends, this);
    BIO_set_init(ends, 1);
    SSL_set_bio(ssl_.get(), ends, ends);
    SSL_set_accept_state(ssl_.get());
}

TlsChannel::~TlsChannel() = default;

void TlsChannel::receive(std::string_view bytes) {
    incoming_.append(bytes);
}

bool TlsChannel::holds_bytes() const {
    return taken_ < incoming_.size() || SSL_pending(ssl_.get()) > 0 || state_ != State::open;
}

std::size_t TlsChannel::read(std::span<char> into) {
    if (state_ != State::open || into.empty()) return 0;
    ERR_clear_error();
    std::size_t bytes = 0;
    const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &bytes);
    if (taken_ == incoming_.size()) {
        give_back(incoming_);
        taken_ = 0;
    }
    if (result == 1) return bytes;
    const int why = SSL_get_error(ssl_.get(), result);
    if (why == SSL_ERROR_ZERO_RETURN)
        state_ = State::ended;
    else if (why != SSL_ERROR_WANT_READ)
        state_ = State::broken;
    ERR_clear_error();
    return 0;
}

std::size_t TlsChannel::write(std::span<const std::string_view> pieces) {
    if (state_ == State::broken || closed_ || SSL_is_init_finished(ssl_.get()) == 0) return 0;
    // Packs small pieces into one record, so that each does not pay for its own.
    std::array<char, record> plain;
    std::size_t size = 0;
    for (const std::string_view piece : pieces)
        size += piece.copy(plain.data() + size, record - size);
    if (size == 0) return 0;
    ERR_clear_error();
    std::size_t written = 0;
    if (SSL_write_ex(ssl_.get(), plain.data(), size, &written) == 1) return written;
    state_ = State::broken;
    ERR_clear_error();
    return 0;
}

bool TlsChannel::close() {
    if (state_ == State::broken || closed_ || SSL_is_init_finished(ssl_.get()) == 0) return false;
    closed_ = true;
    SSL_shutdown(ssl_.get());
    ERR_clear_error();
    return true;
}

std::string_view TlsChannel::outgoing() const {
    return std::string_view{outgoing_}.substr(sent_);
}

void TlsChannel::sent(std::size_t bytes) {
    sent_ += bytes;
    if (sent_ < outgoing_.size()) return;
    give_back(outgoing_);
    sent_ = 0;
}

}  // namespace rostrum::net
