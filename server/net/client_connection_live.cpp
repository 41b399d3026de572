#include "net/client_connection_live.hpp"

#include <string_view>
#include <utility>

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include "net/long_messages.hpp"
#include "net/subprotocol.hpp"
#include "net/websocket_reader.hpp"

namespace rostrum::net {
namespace {

std::chrono::steady_clock::time_point moment_now() {
    return std::chrono::steady_clock::now();
}

}  // namespace

namespace websocket = boost::beast::websocket;

/// The upgrade request of an imaginary client.
std::shared_ptr<WebSocketReader> WebSocketReaderPool::make() const {
    namespace http = boost::beast::http;
    http::request<http::empty_body> request{http::verb::get, "/", 11};
    request.set(http::field::host, "rostrum");
    request.set(http::field::connection, "upgrade");
    request.set(http::field::upgrade, "websocket");
    request.set(http::field::sec_websocket_version, "13");
    request.set(http::field::sec_websocket_key, "AAAAAAAAAAAAAAAAAAAAAA==");
    auto reader = std::make_shared<WebSocketReader>(executor_);
    reader->on_control = [] {};
    reader->stream.accept(request);
    return reader;
}

ClientConnection::~ClientConnection() {
    cut();
    transport_->on_progress({});
    --context_->metrics->sockets;
}

void ClientConnection::go_live() {
    if (!context_->reader_pool)
        context_->reader_pool = std::make_shared<WebSocketReaderPool>(transport_->get_executor());
    auto reader = std::make_shared<WebSocketReader>(transport_->get_executor());
    lend(reader);
    auto& stream = reader->stream;
    stream.set_option(websocket::stream_base::decorator(
        [name = name_of(upgrade_->encoding)](websocket::response_type& response) {
            response.set(boost::beast::http::field::sec_websocket_protocol,
                         boost::beast::string_view{name.data(), name.size()});
        }));
    deadline_ = moment_now() + context_->limits.hello;
    stream.async_accept(upgrade_->request, [self = shared_from_this()](ErrorCode error) {
        if (error || self->transport_->is_cut()) return self->end({});
        self->opened();
    });
}

void ClientConnection::lend(std::shared_ptr<WebSocketReader> reader) {
    reader_ = std::move(reader);
    reader_->on_control = [this] { heard_control(); };
    reader_->stream.next_layer().connect(transport_.get());
}

void ClientConnection::opened() {
    live_connection_ = std::make_shared<LiveConnection>(
        *context_, upgrade_->room, upgrade_->encoding, transport_->outbox(), *this,
        sender_.address.text(), [this](Role role) { return may_stay(role); });
    phase_ = Phase::live;
    upgrade_.reset();
    context_->reader_pool->give_back(std::exchange(reader_, {}));
    if (context_->stopping) stop();
    read();
}

/// Whether there is a place for a client of this role.
bool ClientConnection::may_stay(Role role) {
    if (!slot_) return true;
    const Limits& limits = context_->limits;
    const bool is_podium = role == Role::chair || role == Role::secretariat;
    if (!is_podium && !slot_->enter_crowd(limits.crowd_of(limits.connections_an_address),
                                          limits.crowd_of(limits.connections)))
        return false;
    slot_->keep();
    return true;
}

std::size_t ClientConnection::longest_message() const {
    const bool is_known = live_connection_->is_welcome();
    return is_known ? context_->limits.message_of(live_connection_->grant().role)
                    : context_->limits.message;
}

/// Once the outbox is sealed, reads on regardless of limits: the client's close frame is among what
/// arrives, and nothing else is acted on.
bool ClientConnection::may_read() const {
    return phase_ != Phase::live || (live_connection_->may_read() &&
                                     rate_limit_.allows_one_more(moment_now(), context_->limits));
}

void ClientConnection::read() {
    held_back_ = !may_read() && !transport_->is_cut();
    if (!held_back_) read_on();
}

// Waits for a quiet client without a reader.
void ClientConnection::read_on() {
    held_back_ = false;
    if (reader_) return read_some();
    transport_->async_wait_for_bytes([self = shared_from_this()](ErrorCode /*shown by reading*/) {
        if (self->transport_->is_cut()) return self->end({});
        self->lend(self->context_->reader_pool->take());
        self->read_some();
    });
}

// Waits for one byte, so that the message allocates no more than it needs.
void ClientConnection::read_some() {
    reader_->stream.read_message_max(longest_message());
    reader_->stream.async_read_some(
        reader_->message, 1,
        [self = shared_from_this()](ErrorCode error, std::size_t) { self->has_read(error); });
}

// No coroutine catches what is thrown here: it ends this connection and no other.
void ClientConnection::has_read(ErrorCode error, bool is_its_turn) {
    try {
        if (transport_->is_cut()) return end({});
        if (error) {
            live_connection_->abandon();
            return say_last_words();
        }
        if (reader_->stream.next_layer().has_nothing_more()) {
            context_->reader_pool->give_back(std::exchange(reader_, {}));
            return read();
        }
        if (reader_->stream.is_message_done()) {
            if (is_its_turn || reader_->message.size() < context_->limits.bytes_a_message)
                return receive();
            return context_->long_messages->wait(
                [self = shared_from_this()] { self->has_read({}, true); });
        }
        reader_->stream.async_read(
            reader_->message,
            [self = shared_from_this()](ErrorCode late, std::size_t) { self->has_read(late); });
    } catch (...) {
        end(std::current_exception());
    }
}

void ClientConnection::receive() {
    keep_alive_.heard(moment_now());
    const auto bytes = reader_->message.cdata();
    rate_limit_.spend(moment_now(), context_->limits, bytes.size());
    if (!transport_->outbox().sealed())
        live_connection_->receive({static_cast<const char*>(bytes.data()), bytes.size()},
                                  reader_->stream.got_text());
    reader_->message.clear();
    reader_->message.shrink_to_fit();
    read();
}

// Beast answers pings while it reads, so they cannot be delayed: a client that floods with them is
// dropped.
void ClientConnection::heard_control() {
    keep_alive_.heard(moment_now());
    rate_limit_.spend(moment_now(), context_->limits);
    if (rate_limit_.is_exceeded_twice(moment_now(), context_->limits)) cut();
}

void ClientConnection::check_live_timeouts(Moment moment) {
    if (transport_->has_waited_since(moment - context_->limits.stuck)) {
        live_connection_->leave_lagging();
    } else if (!live_connection_->is_welcome()) {
        if (moment >= deadline_) live_connection_->no_hello_came();
    } else if (held_back_) {
        // The server does not read from it, so its silence proves nothing.
        keep_alive_.heard(moment);
    } else {
        switch (keep_alive_.check_timeouts(moment, context_->limits)) {
            case KeepAlive::Verdict::alive:
                return;
            case KeepAlive::Verdict::dead:
                return cut();
            case KeepAlive::Verdict::ping:
                transport_->outbox().put(ping_frame());
                transport_->flush();
        }
    }
}

}  // namespace rostrum::net
