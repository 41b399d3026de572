#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "net/allowance.hpp"
#include "net/asio.hpp"
#include "net/connection.hpp"
#include "net/context.hpp"
#include "net/http/beast_request.hpp"
#include "net/http/message.hpp"
#include "net/keep_alive.hpp"
#include "net/line.hpp"

namespace rostrum::net {

struct Reader;

/// One socket from its accepting to its end: HTTP requests, one after another, the last of which
/// may turn it into a live connection. Requests are served by a coroutine, which is gone when the
/// connection is live: that one waits for hours, in callbacks, and holds little.
class Peer final : public Way, public std::enable_shared_from_this<Peer> {
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// @param nearest whose socket it is: the client's, or a proxy's.
    /// @param place none for a proxy that is believed: those whom it forwards are counted.
    Peer(Socket socket, const Address& nearest, std::optional<Crowd::Place> place,
         std::shared_ptr<Context> context);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// Told when all is over, with the fault that ended it, if one did.
    using Ended = std::function<void(const std::shared_ptr<Peer>&, const std::exception_ptr&)>;
    /// Once, by whoever keeps the peer until it has ended.
    void start(Ended ended);

    /// Whether a time is up: called every `Limits::look_every`.
    void look(Moment moment);
    /// The server stops: last words, no new request.
    void stop();
    /// Ends everything now; nothing of the context is touched from here on.
    void cut();

private:
    enum class Phase { requests, live, ending };
    /// A request that is to become a live connection.
    struct Upgrade;
    struct Reading;

    Awaitable<bool> greet();
    bool learn_sender(const http::BeastRequest& request);
    Awaitable<void> serve_requests();
    Awaitable<bool> read_request(Reading& reading);
    [[nodiscard]] std::optional<http::Response> look_at_header(Reading& reading);
    Awaitable<bool> serve_request(Reading& reading);
    /// As long as a wrong token from this address waits for its answer.
    Awaitable<void> wait_for_a_guess();
    Awaitable<void> send(http::Response response, bool with_body, bool keep_alive);
    Awaitable<void> linger();
    void say_last_words();
    void end(const std::exception_ptr& fault);

    void go_live();
    void opened();
    void read();
    void read_on();
    void read_some();
    void lend(std::shared_ptr<Reader> reader);
    void has_read(ErrorCode error);
    void receive();
    void heard_control();
    [[nodiscard]] bool may_read() const;

    /// Until wake(): whoever waits here asks again whether what it waits for is so.
    Awaitable<void> pause();
    void wake();
    void send() override;
    void send_soon() override;
    void progressed();

    void look_at_live(Moment moment);
    void be_over_within(Limits::Time time);

    std::shared_ptr<Context> context_;
    Address nearest_;
    /// Of the latest request.
    Sender sender_;
    std::optional<Crowd::Place> place_;
    std::shared_ptr<Line> line_;
    Ended ended_;
    std::optional<Timer> gate_;
    // Shared with nobody: so that only peer_live.cpp needs to know what they are.
    std::shared_ptr<Upgrade> upgrade_;
    /// Of a live connection, while something of a message is there.
    std::shared_ptr<Reader> reader_;
    Phase phase_ = Phase::requests;
    /// When what this phase waits for must have come.
    Moment deadline_;
    /// Between two requests: nobody would miss this connection.
    bool idle_ = false;
    /// A live connection from which nothing is read, until wake() finds that it may be again.
    bool held_back_ = false;
    bool is_sending_soon_ = false;
    std::shared_ptr<Connection> connection_;
    KeepAlive keep_alive_;
    Allowance allowance_;
};

}  // namespace rostrum::net
