#include "raw_client.hpp"

#include <array>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace rostrum::net {
namespace {

using Clock = std::chrono::steady_clock;

unsigned byte_at(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

}  // namespace

int WireFrame::close_code() const {
    if (opcode != close_opcode || payload.size() < 2) return 0;
    return static_cast<int>(byte_at(payload, 0) << 8U | byte_at(payload, 1));
}

std::string client_frame(int opcode, std::string_view payload) {
    std::string frame{static_cast<char>(0x80 | opcode)};
    if (payload.size() <= 125) {
        frame.push_back(static_cast<char>(0x80U | payload.size()));
    } else {
        frame.push_back(static_cast<char>(payload.size() <= 0xFFFF ? 0xFE : 0xFF));
        for (int shift = payload.size() <= 0xFFFF ? 8 : 56; shift >= 0; shift -= 8)
            frame.push_back(static_cast<char>((payload.size() >> shift) & 0xFFU));
    }
    constexpr std::string_view mask = "\x11\x22\x33\x44";
    frame.append(mask);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame.push_back(static_cast<char>(byte_at(payload, i) ^ byte_at(mask, i % 4)));
    return frame;
}

RawClient::RawClient(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer > 0)
        setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("The test cannot connect.");
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      tls_(std::move(other.tls_)),
      buffer_(std::move(other.buffer_)) {}

RawClient::~RawClient() {
    if (socket_ >= 0) close(socket_);
}

bool RawClient::secure(int version) {
    const std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context.get(), version == 0 ? TLS1_2_VERSION : version);
    SSL_CTX_set_max_proto_version(context.get(), version);
    tls_ = {SSL_new(context.get()), SSL_free};
    SSL_set_fd(tls_.get(), socket_);
    return SSL_connect(tls_.get()) == 1;
}

std::string RawClient::certificate_name() const {
    const std::shared_ptr<X509> shown{SSL_get1_peer_certificate(tls_.get()), X509_free};
    std::array<char, 100> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(shown.get()), NID_commonName, name.data(),
                              name.size());
    return name.data();
}

bool RawClient::received_close_notify() const {
    return (SSL_get_shutdown(tls_.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

void RawClient::send(std::string_view bytes) const {
    if (!tls_) return send_raw(bytes);
    ERR_clear_error();
    SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
}

void RawClient::send_raw(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void RawClient::shut() const {
    shutdown(socket_, SHUT_WR);
}

bool RawClient::fill(Clock::time_point until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    pollfd waiting{socket_, POLLIN, 0};
    const bool has_more = tls_ && SSL_pending(tls_.get()) > 0;
    if (left.count() <= 0) return false;
    if (!has_more && poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 65536> bytes;
    if (tls_) ERR_clear_error();
    const auto received = tls_ ? SSL_read(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                               : recv(socket_, bytes.data(), bytes.size(), 0);
    if (received <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(received));
    return true;
}

HttpAnswer RawClient::read_answer(bool has_body) {
    const auto until = Clock::now() + patience;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!fill(until)) return {};
    HttpAnswer answer;
    answer.head = buffer_.substr(0, end + 4);
    answer.status = std::stoi(answer.head.substr(9, 3));
    buffer_.erase(0, end + 4);
    const std::string length_header = "Content-Length: ";
    const auto length = answer.head.find(length_header);
    if (!has_body || length == std::string::npos) return answer;
    const std::size_t size = std::stoul(answer.head.substr(length + length_header.size()));
    while (buffer_.size() < size)
        if (!fill(until)) return {};
    answer.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return answer;
}

HttpAnswer RawClient::ask(std::string_view request) {
    send(request);
    return read_answer();
}

HttpAnswer RawClient::upgrade(const std::string& room, const std::string& subprotocol,
                              const std::string& more_headers) {
    return ask("GET /api/v1/rooms/" + room +
               "/live HTTP/1.1\r\nHost: room.example\r\nUpgrade: websocket\r\n"
               "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
               "Sec-WebSocket-Version: 13\r\n" +
               (subprotocol.empty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n") +
               more_headers + "\r\n");
}

std::string RawClient::join(const std::string& room, const std::string& token) {
    upgrade(room, "rostrum.v1.json");
    send_text(R"({"hello":{"token":")" + token + R"("}})");
    return read_text();
}

std::optional<WireFrame> RawClient::read_frame(std::chrono::milliseconds time) {
    const auto until = Clock::now() + time;
    const auto need = [&](std::size_t size) {
        while (buffer_.size() < size)
            if (!fill(until)) return false;
        return true;
    };
    if (!need(2)) return std::nullopt;
    std::size_t head = 2;
    std::size_t size = byte_at(buffer_, 1);
    const std::size_t width = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (width > 0) {
        head += width;
        if (!need(head)) return std::nullopt;
        size = 0;
        for (std::size_t i = 2; i < head; ++i) size = size << 8U | byte_at(buffer_, i);
    }
    if (!need(head + size)) return std::nullopt;
    WireFrame frame{static_cast<int>(byte_at(buffer_, 0) & 0xFU), buffer_.substr(head, size)};
    buffer_.erase(0, head + size);
    return frame;
}

std::string RawClient::read_text() {
    while (auto frame = read_frame()) {
        if (frame->opcode == text_opcode) return frame->payload;
        if (frame->opcode == close_opcode) break;
    }
    return {};
}

int RawClient::read_close() {
    while (const auto frame = read_frame())
        if (frame->opcode == close_opcode) return frame->close_code();
    return 0;
}

bool RawClient::ends_within(std::chrono::milliseconds time) {
    const auto until = Clock::now() + time;
    while (fill(until)) buffer_.clear();
    return Clock::now() < until;
}

}  // namespace rostrum::net
