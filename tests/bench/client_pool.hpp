#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "wire/live.hpp"

/// Thousands of clients of one server in one thread.
namespace rostrum::bench {

using Moment = std::chrono::steady_clock::time_point;

/// What a client does without a call.
struct ClientOptions {
    std::string room = "xxvii";
    std::string token{};
    wire::Encoding encoding = wire::Encoding::json;
    /// Sends Hello and receives Welcome; otherwise it connects and stays silent.
    bool joins = true;
    /// Connects for raw HTTP: what arrives at once is a message.
    bool asks = false;
    /// Keeps reading after Welcome; otherwise stops.
    bool reads = true;
};

enum class State {
    connecting,
    /// Connected without a Welcome.
    connected,
    welcomed,
    /// By the server, or because it was unreachable.
    ended,
    /// By the test.
    dropped,
};

struct Client {
    State state = State::connecting;
    ClientOptions options;
    int socket = -1;
    /// When it began to connect, and when it received Welcome.
    Moment begun;
    Moment welcomed;
    /// What it holds, for its next Hello.
    std::string seen;
    std::string in;
    std::string out;
    /// The events that epoll watches.
    std::uint32_t events = 0;
};

/// Clients on raw sockets. Every 800 share an address (127.1.x.1), because a server accepts 1,000
/// connections from one. A client that reads answers pings. Not thread-safe.
class ClientPool {
public:
    explicit ClientPool(std::uint16_t port);
    ~ClientPool();
    ClientPool(const ClientPool&) = delete;
    ClientPool& operator=(const ClientPool&) = delete;

    /// Begins to connect. Returns the client's number: 0, 1, 2 …
    /// @throws std::system_error if the process reaches its limit of sockets.
    std::size_t begin(ClientOptions options);
    /// Reconnects an ended client, which sends what it holds, as screens do.
    void begin_again(std::size_t number);
    /// Sends raw bytes.
    void send(std::size_t number, std::string_view bytes);
    /// Closes the socket without a close frame. Abruptly: with a reset, so that no port stays in
    /// TIME_WAIT.
    void drop(std::size_t number, bool abruptly = true);

    /// Runs the clients until `enough`, checked after each batch of events, or for `patience`.
    /// @returns whether `enough` became true
    bool run(const std::function<bool()>& enough, std::chrono::milliseconds patience);
    void run_for(std::chrono::milliseconds time);

    [[nodiscard]] const Client& at(std::size_t client) const { return clients_[client]; }
    [[nodiscard]] std::size_t size() const { return clients_.size(); }
    /// By all clients together, including WebSocket's headers.
    [[nodiscard]] std::size_t bytes_received() const { return bytes_received_; }
    /// How many clients are in this state.
    [[nodiscard]] std::size_t count(State state) const;

    /// Called from run() with each message, including Welcome; may send, but not drop.
    std::function<void(std::size_t client, std::string_view message)> on_message;
    /// Called from run() when the server ended a client or was unreachable; may call begin_again.
    std::function<void(std::size_t client)> on_end;

private:
    void open(std::size_t number);
    void happened(std::size_t number, std::uint32_t events);
    void connected(std::size_t number);
    void read(std::size_t number);
    /// Consumes one HTTP answer or frame; false if none is complete.
    bool take(std::size_t number);
    void receive(std::size_t number, std::string_view message);
    void flush(std::size_t number);
    void watch(Client& client, std::size_t number, int how) const;
    void lose(std::size_t number);
    void move_to(Client& client, State state);

    std::uint16_t port_;
    int epoll_;
    std::deque<Client> clients_;
    std::array<std::size_t, 5> counts_{};
    std::size_t bytes_received_ = 0;
};

/// A client's frame: masked, final.
[[nodiscard]] std::string client_frame(int opcode, std::string_view payload);

/// Raises this process's limit of sockets, and that of its children, to the hard limit.
/// @returns the limit
std::size_t raise_descriptor_limit();

}  // namespace rostrum::bench
