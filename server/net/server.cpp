#include "net/server.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <sys/resource.h>

#include "net/asio.hpp"
#include "net/client_connection.hpp"
#include "net/http/problem.hpp"
#include "net/long_messages.hpp"

namespace rostrum::net {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Endpoint = asio::ip::tcp::endpoint;

Acceptor listen_at(const Executor& executor, const Listen& listen) {
    ErrorCode error;
    Acceptor acceptor{executor};
    const auto address = asio::ip::make_address(listen.address, error);
    const Endpoint endpoint{address, listen.port};
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error && address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(Acceptor::max_listen_connections, error);
    if (error)
        throw std::runtime_error("Cannot listen on " + listen.address + ", port " +
                                 std::to_string(listen.port) + ": " + error.message() + ".");
    return acceptor;
}

Address address_of(const Endpoint& end) {
    const auto address = end.address();
    return Address{
        address.is_v6()
            ? address.to_v6().to_bytes()
            : asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes()};
}

/// Descriptors for everything else: the log, its journal, the listener, the loop.
constexpr std::size_t kept_descriptors = 64;

std::size_t descriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return kept_descriptors + 1;
    return std::max<std::size_t>(limit.rlim_cur, kept_descriptors + 1);
}

}  // namespace

struct Server::Parts : std::enable_shared_from_this<Server::Parts> {
    Parts(Loop& loop, const Listen& listen, Context given)
        : executor(loop.context().get_executor()),
          context(std::make_shared<Context>(std::move(given))),
          acceptor(listen_at(executor, listen)),
          port(acceptor.local_endpoint().port()),
          breather(executor),
          rhythm(executor),
          last_call(executor) {
        divide_descriptors();
        const auto post = [to = executor](std::function<void()> task) {
            asio::post(to, std::move(task));
        };
        context->long_tasks = std::make_shared<LongTasks>(post);
        context->long_messages = std::make_shared<LongMessages>(post);
        context->screen_watch = std::make_shared<ScreenWatch>(context->connections, post);
    }

    void divide_descriptors();
    void say_once(bool& said, const std::string& sentence);
    [[nodiscard]] std::optional<AddressQuota::Slot> slot_for(const Address& from);

    void accept();
    void accept_in_a_moment();
    void look_around();
    void renew_servers();
    void admit(Socket socket);
    void ended(const std::shared_ptr<ClientConnection>& connection,
               const std::exception_ptr& fault);
    void cut_all();
    void done_if_empty();

    Executor executor;
    std::shared_ptr<Context> context;
    Acceptor acceptor;
    std::uint16_t port;
    Timer breather;
    Timer rhythm;
    Timer last_call;
    std::set<std::shared_ptr<ClientConnection>> connections;
    std::function<void()> when_stopped;
    bool said_all_taken = false;
    bool said_address_full = false;
    bool said_no_descriptor = false;
    /// The server is gone; only tasks already in the loop run to their end.
    bool gone = false;
};

Server::Server(Loop& loop, const Listen& listen, Context context)
    : parts_(std::make_shared<Parts>(loop, listen, std::move(context))) {
    parts_->accept();
    // Once the caller knows the port.
    asio::post(parts_->executor, [parts = parts_] { parts->renew_servers(); });
    parts_->look_around();
}

Server::~Server() {
    parts_->gone = true;
    parts_->when_stopped = {};
    ErrorCode ignored;
    parts_->acceptor.close(ignored);
    parts_->breather.cancel();
    parts_->rhythm.cancel();
    parts_->last_call.cancel();
    // What posts to the loop: that may end before the context does.
    parts_->context->screen_watch.reset();
    parts_->cut_all();
    // Its thread posts, too.
    parts_->context->long_tasks.reset();
    parts_->context->long_messages.reset();
}

std::uint16_t Server::port() const {
    return parts_->port;
}

const Metrics& Server::metrics() const {
    return *parts_->context->metrics;
}

void Server::renew(std::shared_ptr<const TlsIdentity> tls) {
    parts_->context->tls = std::move(tls);
}

void Server::add(const RoomId& room, OpenRoom open) {
    parts_->context->rooms.emplace(room, open);
}

void Server::assign(const std::vector<rooms::Grant>& screens) {
    for (const rooms::Grant& grant : screens)
        if (grant.screen)
            for (RegisteredConnection* one : parts_->context->connections->find(grant.screen->id))
                one->assign(grant, {});
}

void Server::stop(std::function<void()> done) {
    parts_->context->stopping = true;
    parts_->when_stopped = std::move(done);
    ErrorCode ignored;
    parts_->acceptor.close(ignored);
    for (const auto& connection : parts_->connections) connection->stop();
    parts_->last_call.expires_after(parts_->context->limits.closing);
    parts_->last_call.async_wait([parts = parts_](ErrorCode error) {
        if (!error) parts->cut_all();
    });
    parts_->done_if_empty();
}

void Server::Parts::accept() {
    acceptor.async_accept([parts = shared_from_this()](ErrorCode error, Socket socket) {
        if (!parts->acceptor.is_open()) return;
        if (error) return parts->accept_in_a_moment();
        parts->admit(std::move(socket));
        parts->accept();
    });
}

/// The share of an address is half of what there is, if that is little.
void Server::Parts::divide_descriptors() {
    Limits& limits = context->limits;
    const std::size_t most = descriptors() - kept_descriptors;
    if (most >= limits.connections) return;
    context->report_problem("The process may open only " + std::to_string(most + kept_descriptors) +
                            " files, so " + std::to_string(most) + " connections fit, not " +
                            std::to_string(limits.connections) +
                            ": raise its limit (ulimit -n, LimitNOFILE).");
    limits.connections = most;
    limits.connections_an_address =
        std::min(limits.connections_an_address, std::max<std::size_t>(most / 2, 1));
}

void Server::Parts::say_once(bool& said, const std::string& sentence) {
    if (!std::exchange(said, true)) context->report_problem(sentence);
}

// Out of descriptors or memory: existing connections continue, new ones may work later.
void Server::Parts::accept_in_a_moment() {
    say_once(said_no_descriptor, "A connection cannot be accepted: the system has no file for it.");
    context->address_quota->make_room();
    breather.expires_after(std::chrono::milliseconds{100});
    breather.async_wait([parts = shared_from_this()](ErrorCode error) {
        if (!error && parts->acceptor.is_open()) parts->accept();
    });
}

std::optional<AddressQuota::Slot> Server::Parts::slot_for(const Address& from) {
    AddressQuota& quota = *context->address_quota;
    const std::size_t most = context->limits.connections_an_address;
    if (auto slot = quota.enter(from, most)) return slot;
    say_once(said_address_full,
             "All places of an address are taken (" + std::to_string(most) +
                 "). A newcomer takes the place of its oldest connection without a token.");
    return quota.make_room(from) ? quota.enter(from, most) : std::nullopt;
}

void Server::Parts::admit(Socket socket) {
    ErrorCode error;
    const auto end = socket.remote_endpoint(error);
    if (error) return;
    const Address from = address_of(end);
    // The client behind a proxy is known only with its request.
    const bool is_proxy = context->proxies.hold(from);
    auto slot = is_proxy ? std::optional<AddressQuota::Slot>{} : slot_for(from);
    bool fits = is_proxy || slot;
    if (fits && connections.size() >= context->limits.connections) {
        say_once(said_all_taken,
                 "All " + std::to_string(context->limits.connections) +
                     " places for connections are taken. A newcomer takes the place of the oldest "
                     "connection without a token.");
        fits = context->address_quota->make_room();
    }
    if (!fits) {
        // With TLS, a sentence would cost a handshake.
        if (context->tls) return;
        const auto response = http::too_many_connections();
        socket.non_blocking(true, error);
        socket.write_some(asio::buffer(http::head_of(response, false) + *response.body), error);
        return;
    }
    const auto connection =
        std::make_shared<ClientConnection>(std::move(socket), from, std::move(slot), context);
    connections.insert(connection);
    connection->start([parts = weak_from_this()](const std::shared_ptr<ClientConnection>& gone_one,
                                                 const std::exception_ptr& fault) {
        if (const auto server = parts.lock()) server->ended(gone_one, fault);
    });
}

void Server::Parts::ended(const std::shared_ptr<ClientConnection>& connection,
                          const std::exception_ptr& fault) {
    connections.erase(connection);
    if (gone) return;
    if (fault) {
        ++context->metrics->faults;
        try {
            std::rethrow_exception(fault);
        } catch (const std::exception& error) {
            context->report_problem(std::string{"An internal error ended a connection: "} +
                                    error.what());
        }
    }
    done_if_empty();
}

void Server::Parts::renew_servers() {
    if (!gone && context->server_addresses) context->servers.renew(context->server_addresses());
}

void Server::Parts::look_around() {
    rhythm.expires_after(context->limits.check_timeouts_every);
    rhythm.async_wait([parts = shared_from_this()](ErrorCode /*cancelled*/) {
        if (parts->gone) return;
        parts->renew_servers();
        parts->context->connections->end(parts->context->credentials.ended());
        TokenGuessLimiter& guess_limiter = *parts->context->guess_limiter;
        guess_limiter.check_timeouts(parts->context->clock.now());
        parts->context->metrics->wrong_tokens_waiting = guess_limiter.waiting();
        const auto now = std::chrono::steady_clock::now();
        for (const auto& connection : parts->connections) connection->check_timeouts(now);
        parts->look_around();
    });
}

void Server::Parts::cut_all() {
    for (const auto& connection : connections) connection->cut();
}

void Server::Parts::done_if_empty() {
    if (!context->stopping || !connections.empty() || !when_stopped) return;
    last_call.cancel();
    std::exchange(when_stopped, {})();
}

}  // namespace rostrum::net
