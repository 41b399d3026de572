#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ssl_st;

/// A client of bare sockets, bytes and frames, so that it can also send what no library would.
namespace rostrum::net {

constexpr std::chrono::seconds patience{300};

struct WireFrame {
    int opcode = 0;
    std::string payload;
    [[nodiscard]] int close_code() const;
};
constexpr int text_opcode = 1;
constexpr int binary_opcode = 2;
constexpr int close_opcode = 8;
constexpr int ping_opcode = 9;
constexpr int pong_opcode = 10;

/// A client's frame: masked, final.
[[nodiscard]] std::string client_frame(int opcode, std::string_view payload);

struct HttpAnswer {
    int status = 0;
    std::string head;
    std::string body;
};

class RawClient {
public:
    /// @param receive_buffer of the socket, in bytes; 0 keeps the default.
    explicit RawClient(std::uint16_t port, int receive_buffer = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    /// Starts TLS and accepts any certificate. Returns false if the handshake fails.
    /// @param version the only TLS version it supports, as OpenSSL numbers it; 0: any.
    bool secure(int version = 0);
    /// The subject of the server's certificate.
    [[nodiscard]] std::string certificate_name() const;
    /// Whether the server ended TLS with close_notify.
    [[nodiscard]] bool received_close_notify() const;
    /// Sends bytes past TLS.
    void send_raw(std::string_view bytes) const;

    /// Drops what cannot be sent because the server has closed.
    void send(std::string_view bytes) const;
    /// Ends sending; receiving continues.
    void shut() const;

    /// Reads one response, its body by its Content-Length. Status 0 if the connection ends instead.
    HttpAnswer read_answer(bool has_body = true);
    HttpAnswer ask(std::string_view request);

    /// Requests a live connection: status 101 if the server upgrades.
    HttpAnswer upgrade(const std::string& room, const std::string& subprotocol,
                       const std::string& more_headers = "");
    /// Joins a room with JSON; returns the Welcome.
    std::string join(const std::string& room, const std::string& token);

    void send_text(std::string_view json) const { send(client_frame(text_opcode, json)); }
    /// nullopt if the connection has ended or nothing arrives in time.
    std::optional<WireFrame> read_frame(std::chrono::milliseconds time = patience);
    /// The next text message, without pings; empty if none arrives.
    std::string read_text();
    /// Skips frames up to the close frame. Returns its code; 0 if none arrives.
    int read_close();
    /// Whether the server ends the connection within this time. Ignores what it still sends.
    bool ends_within(std::chrono::milliseconds time);

private:
    /// False at the end of the connection or on timeout.
    bool fill(std::chrono::steady_clock::time_point until);

    int socket_;
    std::shared_ptr<ssl_st> tls_;
    std::string buffer_;
};

}  // namespace rostrum::net
