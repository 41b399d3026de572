#include "net/client_connection.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>
#include <variant>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "net/client_connection_live.hpp"
#include "net/http/admission.hpp"
#include "net/http/api.hpp"
#include "net/http/cross_origin.hpp"
#include "net/http/problem.hpp"
#include "net/http/room_queries.hpp"
#include "net/http/routes.hpp"
#include "net/long_messages.hpp"
#include "net/subprotocol.hpp"

namespace rostrum::net {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

using http::BeastRequest;

struct ClientConnection::Reading {
    /// May also hold the beginning of the next request.
    beast::flat_buffer buffer;
    std::optional<beast::http::request_parser<beast::http::string_body>> parser;
    /// Of a request in chunks, whose trailers the parser would add to them.
    std::optional<beast::http::fields> headers;
    /// The answer to a malformed request.
    std::optional<http::Response> refusal;
};

namespace {

std::chrono::steady_clock::time_point now() {
    return std::chrono::steady_clock::now();
}

std::string_view text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

/// Returns the encoding for a live connection, or the reason to refuse it.
/// @param waits the client sends nothing before the upgrade is answered, as it must: earlier bytes
/// would be lost.
std::variant<wire::Encoding, http::Response> negotiate(const BeastRequest& request,
                                                       const http::Request& asked,
                                                       const ServerList& servers, bool waits) {
    if (!waits)
        return http::problem(400, "MALFORMED", "A message came before the connection was granted.");
    if (!http::is_of_our_servers(servers, asked))
        return http::problem(403, "FOREIGN_ORIGIN", "A page of another site may not connect here.");
    const auto offered = text_of(request[beast::http::field::sec_websocket_protocol]);
    const auto encoding = choose_subprotocol(offered);
    if (encoding) return *encoding;
    return http::problem(400, "NO_SUBPROTOCOL",
                         "Offer rostrum.v1.protobuf or rostrum.v1.json in Sec-WebSocket-Protocol.");
}

}  // namespace

ClientConnection::ClientConnection(Socket socket, const Address& nearest,
                                   std::optional<AddressQuota::Slot> slot,
                                   std::shared_ptr<Context> context)
    : context_(std::move(context)),
      nearest_(nearest),
      sender_{.address = nearest},
      slot_(std::move(slot)),
      transport_(
          std::make_shared<Transport>(std::move(socket), context_->limits, context_->metrics)),
      deadline_(now() + context_->limits.request),
      keep_alive_(now()),
      rate_limit_(now()) {
    if (slot_) slot_->offer(*this);
    transport_->on_progress([this] { progressed(); });
    ++context_->metrics->sockets;
}

void ClientConnection::start(Ended ended) {
    ended_ = std::move(ended);
    asio::co_spawn(transport_->get_executor(), serve_requests(),
                   [self = shared_from_this()](const std::exception_ptr& fault) {
                       if (fault) return self->end(fault);
                       if (self->upgrade_) return self->go_live();
                       self->say_last_words();
                   });
}

void ClientConnection::end(const std::exception_ptr& fault) {
    cut();
    reader_.reset();
    if (ended_) std::exchange(ended_, {})(shared_from_this(), fault);
}

/// With TLS, starts the handshake, unless the first byte shows plain HTTP, which is then answered
/// so. Returns false if nothing arrives.
Awaitable<bool> ClientConnection::greet() {
    if (!context_->tls) co_return true;
    ErrorCode error = asio::error::would_block;
    std::optional<char> first;
    while (error == asio::error::would_block) {
        co_await transport_->async_wait_for_bytes(asio::redirect_error(use_awaitable, error));
        first = transport_->first_byte(error);
    }
    const bool is_plain_http = first && *first >= 'A' && *first <= 'Z';
    if (first && !is_plain_http) transport_->secure(*context_->tls);
    sender_.secure = transport_->is_secure();
    co_return first.has_value();
}

Awaitable<void> ClientConnection::serve_requests() {
    if (!co_await greet()) {
        cut();
        co_return;
    }
    Reading reading;
    bool goes_on = true;
    while (goes_on && !context_->stopping) {
        goes_on = co_await read_request(reading);
        if (goes_on) goes_on = co_await serve_request(reading);
        if (upgrade_) co_return;
        const std::size_t bytes = reading.parser->get().body().size();
        // A programme file is read by another thread.
        rate_limit_.spend(now(), context_->limits,
                          std::min(bytes, context_->limits.message_of_secretariat));
        while (goes_on && !rate_limit_.allows_one_more(now(), context_->limits) &&
               !transport_->is_cut())
            co_await pause();
        idle_ = reading.buffer.size() == 0;
        deadline_ =
            now() + (idle_ ? context_->limits.idle_between_requests : context_->limits.request);
    }
}

/// Reads one whole request, or one to refuse. Returns false if no more will come.
Awaitable<bool> ClientConnection::read_request(Reading& reading) {
    reading.parser.emplace();
    // Reads the header first: the limit of the body depends on the address and the role.
    reading.parser->eager(false);
    reading.parser->header_limit(static_cast<std::uint32_t>(context_->limits.request_header));
    reading.parser->body_limit(context_->limits.upload);
    reading.headers.reset();
    reading.refusal.reset();
    bool header_read = false;

    while (true) {
        ErrorCode error;
        if (reading.buffer.size() > 0)
            reading.buffer.consume(reading.parser->put(reading.buffer.data(), error));
        if (error && error != beast::http::error::need_more) {
            reading.refusal = http::refusal_of(error);
            co_return true;
        }
        if (reading.parser->is_header_done() && !std::exchange(header_read, true)) {
            reading.refusal = check_header(reading);
            if (reading.refusal) co_return true;
            if (!reading.parser->is_done() && reading.buffer.size() > 0) continue;
        }
        if (reading.parser->is_done()) {
            if (reading.headers)
                static_cast<beast::http::fields&>(reading.parser->get()) =
                    *std::move(reading.headers);
            reading.refusal = http::refusal_of(reading.parser->get());
            co_return true;
        }
        constexpr std::size_t piece = 2048;
        const std::size_t bytes = co_await transport_->async_read_some(
            reading.buffer.prepare(piece), asio::redirect_error(use_awaitable, error));
        if (error || transport_->is_cut()) co_return false;
        reading.buffer.commit(bytes);
        if (std::exchange(idle_, false)) deadline_ = now() + context_->limits.request;
    }
}

/// Behind a proxy, each request may have another sender. Returns false if that sender has too many
/// connections.
bool ClientConnection::learn_sender(const BeastRequest& request) {
    if (!context_->proxies.hold(nearest_)) return true;
    sender_ = sender_of(nearest_, http::forwarding_of(request), context_->proxies);
    sender_.secure = sender_.secure || transport_->is_secure();
    if (slot_ && slot_->from() == sender_.address) return true;
    slot_.reset();
    if (auto slot = context_->address_quota->enter(sender_.address,
                                                   context_->limits.connections_an_address))
        slot_.emplace(std::move(*slot));
    return slot_.has_value();
}

/// Whether a request for this host is meant for this server. A trusted proxy knows that itself; a
/// browser always names a host.
bool ClientConnection::is_our_name(std::string_view host) const {
    return host.empty() || context_->proxies.hold(nearest_) || context_->host_names.hold(host) ||
           (context_->tls && context_->tls->names().hold(host));
}

/// Refuses what needs no body; returns the limit of the body otherwise.
std::optional<http::Response> ClientConnection::check_header(Reading& reading) {
    const BeastRequest& request = reading.parser->get();
    if (auto refused = http::refusal_of_identity(request, context_->identity_header,
                                                 context_->proxies.hold(nearest_)))
        return refused;
    if (!learn_sender(request)) return http::too_many_connections();
    if (http::has_unknown_encoding(request)) return http::unknown_encoding();
    if (!is_our_name(text_of(request[beast::http::field::host]))) return http::unknown_host();
    if (reading.parser->chunked()) reading.headers = request;
    const bool is_astray = context_->tls && !transport_->is_secure();
    if (!is_astray && reading.parser->is_done()) return std::nullopt;
    const http::Request asked = http::plain(request, sender_);
    if (is_astray) return http::over_tls_only(asked);
    const auto longest = http::longest_body(*context_, asked);
    if (!longest) return http::no_token();
    if (reading.parser->content_length().value_or(0) > *longest)
        return http::refusal_of(beast::http::error::body_limit);
    reading.parser->body_limit(*longest);
    reading.parser->eager(true);
    return std::nullopt;
}

/// Returns false if the connection takes no further request.
Awaitable<bool> ClientConnection::serve_request(Reading& reading) {
    deadline_ = Moment::max();
    if (reading.refusal) {
        if (reading.refusal->status == 401) co_await wait_for_a_guess();
        http::let_read(context_->servers, reading.parser->get(), *reading.refusal);
        co_await send(std::move(*reading.refusal), true, false);
        co_return false;
    }
    const BeastRequest& request = reading.parser->get();
    const bool keep_alive = reading.parser->keep_alive();
    if (request.body().size() >= context_->limits.bytes_a_message)
        co_await wait_behind_long_messages();
    if (transport_->is_cut()) co_return false;
    http::Request asked = http::plain(request, sender_, context_->identity_header);

    const auto routed = http::route(asked.method, asked.path);
    const auto* found = std::get_if<http::MatchedRoute>(&routed);
    if (found != nullptr && found->endpoint == http::Endpoint::live &&
        websocket::is_upgrade(request)) {
        auto negotiated = negotiate(request, asked, context_->servers, reading.buffer.size() == 0);
        if (auto* refused = std::get_if<http::Response>(&negotiated)) {
            co_await send(std::move(*refused), true, false);
        } else {
            upgrade_ = std::make_shared<Upgrade>(Upgrade{reading.parser->release(), found->room,
                                                         std::get<wire::Encoding>(negotiated)});
        }
        co_return false;
    }

    if (slot_) slot_->keep();
    auto response = std::make_shared<std::optional<http::Response>>();
    const auto has_left = std::make_shared<std::atomic<bool>>(false);
    asked.has_left = has_left;
    is_answering_ = true;
    http::answer(*context_, asked, [response, self = weak_from_this()](http::Response given) {
        *response = std::move(given);
        if (const auto connection = self.lock()) connection->wake();
    });
    while (!*response && !transport_->is_cut()) co_await pause();
    is_answering_ = false;
    *has_left = transport_->is_cut();
    if (transport_->is_cut()) co_return false;
    const bool goes_on = keep_alive && !context_->stopping;
    http::let_read(context_->servers, request, **response);
    co_await send(std::move(**response), asked.method != "HEAD", goes_on);
    if (slot_ && !context_->proxies.hold(nearest_)) slot_->offer(*this);
    co_return goes_on;
}

Awaitable<void> ClientConnection::until_called(std::function<void(std::function<void()>)> start) {
    const auto called = std::make_shared<bool>(false);
    start([called, self = weak_from_this()] {
        *called = true;
        if (const auto connection = self.lock()) connection->wake();
    });
    while (!*called && !transport_->is_cut()) co_await pause();
}

Awaitable<void> ClientConnection::wait_for_a_guess() {
    return until_called([this](std::function<void()> over) {
        context_->guess_limiter->wrong(sender_.address.text(), context_->clock.now(),
                                       context_->limits, std::move(over));
    });
}

Awaitable<void> ClientConnection::wait_behind_long_messages() {
    return until_called(
        [this](std::function<void()> come) { context_->long_messages->wait(std::move(come)); });
}

Awaitable<void> ClientConnection::send(http::Response response, bool with_body, bool keep_alive) {
    Outbox& outbox = transport_->outbox();
    outbox.put(std::make_shared<const std::string>(
        http::head_of(response, keep_alive, context_->servers.connect_sources())));
    if (with_body && response.body && !response.body->empty()) outbox.put(std::move(response.body));
    transport_->flush();
    while (!outbox.empty() && !transport_->is_cut()) co_await pause();
}

// Drain input before closing: unread bytes make the kernel send RST, which discards our last
// frames.
Awaitable<void> ClientConnection::linger() {
    transport_->outbox().seal();
    transport_->flush();
    be_over_within(context_->limits.closing);
    std::array<char, 512> unread;
    ErrorCode error;
    while (!error && !transport_->is_cut())
        co_await transport_->async_read_some(asio::buffer(unread),
                                             asio::redirect_error(use_awaitable, error));
}

void ClientConnection::say_last_words() {
    asio::co_spawn(
        transport_->get_executor(), linger(),
        [self = shared_from_this()](const std::exception_ptr& fault) { self->end(fault); });
}

Awaitable<void> ClientConnection::pause() {
    gate_.emplace(transport_->get_executor(), Timer::time_point::max());
    ErrorCode woken;
    co_await gate_->async_wait(asio::redirect_error(use_awaitable, woken));
    gate_.reset();
}

void ClientConnection::wake() {
    if (gate_) gate_->cancel();
    if (held_back_ && (may_read() || transport_->is_cut())) read_on();
}

void ClientConnection::send() {
    transport_->flush();
    if (phase_ == Phase::live && transport_->outbox().sealed())
        be_over_within(context_->limits.closing);
    wake();
}

void ClientConnection::send_soon() {
    if (std::exchange(is_sending_soon_, true)) return;
    asio::post(transport_->get_executor(), [self = shared_from_this()] {
        self->is_sending_soon_ = false;
        self->send();
        self->progressed();
    });
}

void ClientConnection::progressed() {
    if (live_connection_ && transport_->outbox().empty()) live_connection_->catch_up();
    wake();
}

void ClientConnection::be_over_within(Limits::Time time) {
    phase_ = Phase::ending;
    deadline_ = now() + time;
}

void ClientConnection::check_timeouts(Moment moment) {
    // The rate limit may allow the delayed messages now.
    wake();
    if (transport_->is_cut()) return;
    if (phase_ == Phase::live) return check_live_timeouts(moment);
    // Nobody reads while a request is answered, so nobody else notices.
    if (is_answering_ && transport_->has_left()) return cut();
    const bool stuck = transport_->has_waited_since(moment - context_->limits.stuck);
    if (stuck || moment >= deadline_) cut();
}

void ClientConnection::stop() {
    if (phase_ == Phase::live)
        live_connection_->leave_stopping();
    else if (phase_ == Phase::requests && idle_)
        cut();
}

void ClientConnection::give_way() {
    slot_.reset();
    cut();
}

void ClientConnection::cut() {
    if (live_connection_) live_connection_->abandon();
    transport_->cut();
    wake();
}

}  // namespace rostrum::net
