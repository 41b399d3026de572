#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "net/asio.hpp"
#include "net/context.hpp"
#include "net/http/beast_request.hpp"
#include "net/http/message.hpp"
#include "net/keep_alive.hpp"
#include "net/live_connection.hpp"
#include "net/rate_limit.hpp"
#include "net/transport.hpp"

namespace rostrum::net {

struct WebSocketReader;

/// One socket from accept to close: HTTP requests one after another, the last of which may upgrade
/// to a live connection. A coroutine serves the requests. It ends when the connection goes live:
/// that waits for hours, in callbacks, and holds little memory.
class ClientConnection final : public OutboxSender,
                               public Guest,
                               public std::enable_shared_from_this<ClientConnection> {
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// @param nearest the address of the socket's other end: the client or a proxy.
    /// @param slot null for a trusted proxy, whose clients are counted instead.
    ClientConnection(Socket socket, const Address& nearest, std::optional<AddressQuota::Slot> slot,
                     std::shared_ptr<Context> context);
    ~ClientConnection();
    ClientConnection(const ClientConnection&) = delete;
    ClientConnection& operator=(const ClientConnection&) = delete;

    /// Called at the end, with the fault that caused it, if any.
    using Ended =
        std::function<void(const std::shared_ptr<ClientConnection>&, const std::exception_ptr&)>;
    /// Call once. The caller keeps the connection until it has ended.
    void start(Ended ended);

    /// Checks the time limits; called every `Limits::check_timeouts_every`.
    void check_timeouts(Moment moment);
    /// The server stops: says goodbye and accepts no new request.
    void stop();
    /// Ends everything now and uses the context no more.
    void cut();
    void give_way() override;

private:
    enum class Phase { requests, live, ending };
    /// A request that upgrades to a live connection.
    struct Upgrade;
    struct Reading;

    Awaitable<bool> greet();
    bool learn_sender(const http::BeastRequest& request);
    [[nodiscard]] bool is_our_name(std::string_view host) const;
    Awaitable<void> serve_requests();
    Awaitable<bool> read_request(Reading& reading);
    [[nodiscard]] std::optional<http::Response> check_header(Reading& reading);
    Awaitable<bool> serve_request(Reading& reading);
    /// Waits as long as a wrong token from this address has to wait for its answer.
    /// @param start is given what ends the waiting.
    Awaitable<void> until_called(std::function<void(std::function<void()>)> start);
    Awaitable<void> wait_for_a_guess();
    Awaitable<void> wait_behind_long_messages();
    Awaitable<void> send(http::Response response, bool with_body, bool keep_alive);
    Awaitable<void> linger();
    void say_last_words();
    void end(const std::exception_ptr& fault);

    void go_live();
    void opened();
    void read();
    void read_on();
    void read_some();
    void lend(std::shared_ptr<WebSocketReader> reader);
    void has_read(ErrorCode error, bool is_its_turn = false);
    void receive();
    void heard_control();
    [[nodiscard]] bool may_read() const;
    [[nodiscard]] std::size_t longest_message() const;
    [[nodiscard]] bool may_stay(Role role);

    /// Waits until wake(). The caller then checks its condition again.
    Awaitable<void> pause();
    void wake();
    void send() override;
    void send_soon() override;
    void progressed();

    void check_live_timeouts(Moment moment);
    void be_over_within(Limits::Time time);

    std::shared_ptr<Context> context_;
    Address nearest_;
    /// From the latest request.
    Sender sender_;
    std::optional<AddressQuota::Slot> slot_;
    std::shared_ptr<Transport> transport_;
    Ended ended_;
    std::optional<Timer> gate_;
    // shared_ptr only so that client_connection_live.cpp alone needs the complete types.
    std::shared_ptr<Upgrade> upgrade_;
    /// Of a live connection, while a message is being read.
    std::shared_ptr<WebSocketReader> reader_;
    Phase phase_ = Phase::requests;
    /// The deadline of the current phase.
    Moment deadline_;
    /// Between two requests: closing now loses nothing.
    bool idle_ = false;
    /// A request is being answered.
    bool is_answering_ = false;
    /// A live connection that is not read from until wake() allows it again.
    bool held_back_ = false;
    bool is_sending_soon_ = false;
    std::shared_ptr<LiveConnection> live_connection_;
    KeepAlive keep_alive_;
    RateLimit rate_limit_;
};

}  // namespace rostrum::net
