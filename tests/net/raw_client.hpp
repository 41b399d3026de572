#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ssl_st;

/// A client as low as it gets: a socket, bytes, and frames of its own making, so that it can also
/// say what no library would let it say.
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

/// One frame as a client sends it: masked, final.
[[nodiscard]] std::string client_frame(int opcode, std::string_view payload);

struct HttpAnswer {
    int status = 0;
    std::string head;
    std::string body;
};

class RawClient {
public:
    /// @param receive_buffer of the socket, in bytes; 0 leaves it as it is.
    explicit RawClient(std::uint16_t port, int receive_buffer = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    /// From here on speaks TLS, and takes any certificate. False if they do not come together.
    /// @param version the only one that it speaks, as OpenSSL numbers it; 0: any.
    bool secure(int version = 0);
    /// Whom the server's certificate names.
    [[nodiscard]] std::string certificate_name() const;
    /// Over TLS: the server said that it was done.
    [[nodiscard]] bool was_told_the_end() const;
    /// Sends as it is, TLS or not.
    void send_raw(std::string_view bytes) const;

    /// What cannot be sent because the other side has closed is dropped.
    void send(std::string_view bytes) const;
    /// Ends sending; receiving goes on.
    void shut() const;

    /// One response; its body by its Content-Length. Status 0 when the connection ended instead.
    HttpAnswer read_answer(bool has_body = true);
    HttpAnswer ask(std::string_view request);

    /// Asks for a live connection. The status is 101 when it was given.
    HttpAnswer upgrade(const std::string& room, const std::string& subprotocol,
                       const std::string& more_headers = "");
    /// Joins a room with JSON; returns the Welcome.
    std::string join(const std::string& room, const std::string& token);

    void say(std::string_view json) const { send(client_frame(text_opcode, json)); }
    /// None when the connection has ended, or nothing came in time.
    std::optional<WireFrame> read_frame(std::chrono::milliseconds time = patience);
    /// The next text, pings passed over; empty when there is none.
    std::string hear();
    /// The close code that ends the connection, whatever comes before; 0 if there is none.
    int read_close();
    /// Whether the other side ends the connection within this time, whatever it still says.
    bool ends_within(std::chrono::milliseconds time);

private:
    /// False at the end of the connection or of the time.
    bool fill(std::chrono::steady_clock::time_point until);

    int socket_;
    std::shared_ptr<ssl_st> tls_;
    std::string buffer_;
};

}  // namespace rostrum::net
