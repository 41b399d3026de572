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

/// Thousands of clients of one server, from one thread.
namespace rostrum::bench {

using Moment = std::chrono::steady_clock::time_point;

/// What a client does by itself; the rest is told to it.
struct ClientOptions {
    std::string room = "xxvii";
    std::string token{};
    wire::Encoding encoding = wire::Encoding::json;
    /// Says Hello, and so is welcomed; otherwise it only connects, and is silent from then on.
    bool joins = true;
    /// Reads what it is sent once it was welcomed; otherwise lets it pile up.
    bool reads = true;
};

enum class State {
    connecting,
    /// Connected, and not greeted yet, or not to be.
    connected,
    welcomed,
    /// By the server, or because it could not be reached.
    ended,
    /// By the test.
    dropped,
};

struct Client {
    State state = State::connecting;
    ClientOptions options;
    int socket = -1;
    /// When it was begun, and when it was welcomed.
    Moment begun;
    Moment welcomed;
    /// What it holds, as its next Hello tells it.
    std::string seen;
    std::string in;
    std::string out;
    /// What is waited for.
    std::uint32_t events = 0;
};

/// Clients over raw sockets. Each 800 have an address of their own
/// (127.1.x.1), because a server takes 1,000 connections from one. Pings are answered where the
/// client reads. Not for several threads.
class ClientPool {
public:
    explicit ClientPool(std::uint16_t port);
    ~ClientPool();
    ClientPool(const ClientPool&) = delete;
    ClientPool& operator=(const ClientPool&) = delete;

    /// Begins to connect, and answers the client's number: 0, 1, 2 …
    /// @throws std::system_error when the process may not open so many sockets.
    std::size_t begin(ClientOptions options);
    /// An ended client begins again, as itself, and tells what it holds, as screens do.
    void begin_again(std::size_t number);
    /// Sends one text message.
    void say(std::size_t number, std::string_view json);
    /// Sends bytes as they are.
    void send(std::size_t number, std::string_view bytes);
    /// Closes without a word. Abruptly: with a reset, and no port stays busy behind it.
    void drop(std::size_t number, bool abruptly = true);

    /// Sees to what arrives until `enough`, asked after each turn, or for `patience`.
    /// @returns whether it was enough
    bool run(const std::function<bool()>& enough, std::chrono::milliseconds patience);
    void run_for(std::chrono::milliseconds time);

    [[nodiscard]] const Client& at(std::size_t client) const { return clients_[client]; }
    [[nodiscard]] std::size_t size() const { return clients_.size(); }
    /// By all clients together, WebSocket's own bytes included.
    [[nodiscard]] std::size_t bytes_received() const { return bytes_received_; }
    /// How many are in this state now.
    [[nodiscard]] std::size_t count(State state) const;

    /// Called from run() with each message, the Welcome included; may say, not drop.
    std::function<void(std::size_t client, std::string_view message)> on_message;
    /// Called from run() when the server ended a client or could not be reached; may begin_again.
    std::function<void(std::size_t client)> on_end;

private:
    void open(std::size_t number);
    void happened(std::size_t number, std::uint32_t events);
    void connected(std::size_t number);
    void read(std::size_t number);
    /// Takes one answer or frame off what came; false when there is no whole one.
    bool take(std::size_t number);
    void heard(std::size_t number, std::string_view message);
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

/// One frame as a client sends it: masked, final.
[[nodiscard]] std::string client_frame(int opcode, std::string_view payload);

/// Lets this process, and those it starts, open as many sockets as its hard limit allows.
/// @returns how many those are
std::size_t raise_descriptor_limit();

}  // namespace rostrum::bench
