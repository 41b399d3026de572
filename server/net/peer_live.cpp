#include "net/peer_live.hpp"

#include <string_view>
#include <utility>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "net/subprotocol.hpp"

namespace rostrum::net {
namespace {

std::chrono::steady_clock::time_point moment_now() {
    return std::chrono::steady_clock::now();
}

}  // namespace

namespace websocket = boost::beast::websocket;

struct Peer::Live {
    explicit Live(Line& line) : stream(line) {}
    websocket::stream<Line&, false> stream;
    /// Of the message that is being read. Between two messages it is empty.
    boost::beast::flat_buffer message;
};

Peer::~Peer() {
    cut();
    line_->on_progress({});
    --context_->metrics->sockets;
}

void Peer::go_live() {
    live_ = std::make_shared<Live>(*line_);
    auto& stream = live_->stream;
    stream.read_message_max(context_->limits.message);
    stream.set_option(websocket::stream_base::decorator(
        [name = name_of(upgrade_->encoding)](websocket::response_type& response) {
            response.set(boost::beast::http::field::sec_websocket_protocol,
                         boost::beast::string_view{name.data(), name.size()});
        }));
    stream.control_callback(
        [this](websocket::frame_type, boost::beast::string_view) { heard_control(); });
    deadline_ = moment_now() + context_->limits.hello;
    stream.async_accept(upgrade_->request, [self = shared_from_this()](ErrorCode error) {
        if (error || self->line_->is_cut()) return self->end({});
        self->opened();
    });
}

void Peer::opened() {
    connection_ = std::make_shared<Connection>(*context_, upgrade_->room, upgrade_->encoding,
                                               line_->outbox(), *this, sender_.address.text());
    phase_ = Phase::live;
    upgrade_.reset();
    if (context_->stopping) stop();
    read();
}

/// While the outbox is sealed the client is read from whatever it was allowed: its own last words
/// are among what comes, and nothing of it is done any more.
bool Peer::may_read() const {
    return phase_ != Phase::live ||
           (connection_->may_read() && allowance_.has_some(moment_now(), context_->limits));
}

void Peer::read() {
    held_back_ = !may_read() && !line_->is_cut();
    if (!held_back_) read_on();
}

// One byte is waited for: a quiet client needs no room for a message that may never come.
void Peer::read_on() {
    held_back_ = false;
    live_->stream.async_read_some(
        live_->message, 1,
        [self = shared_from_this()](ErrorCode error, std::size_t) { self->has_read(error); });
}

// What is thrown here has no coroutine to end: it ends this connection, and no other.
void Peer::has_read(ErrorCode error) {
    try {
        if (line_->is_cut()) return end({});
        if (error) {
            connection_->abandon();
            return say_last_words();
        }
        if (live_->stream.is_message_done()) return receive();
        live_->stream.async_read(
            live_->message,
            [self = shared_from_this()](ErrorCode late, std::size_t) { self->has_read(late); });
    } catch (...) {
        end(std::current_exception());
    }
}

void Peer::receive() {
    keep_alive_.heard(moment_now());
    allowance_.spend(moment_now(), context_->limits);
    const auto bytes = live_->message.cdata();
    if (!line_->outbox().sealed())
        connection_->receive({static_cast<const char*>(bytes.data()), bytes.size()},
                             live_->stream.got_text());
    live_->message.clear();
    live_->message.shrink_to_fit();
    read();
}

// Beast answers pings while it reads, so they cannot be held back: who floods with them is cut.
void Peer::heard_control() {
    keep_alive_.heard(moment_now());
    allowance_.spend(moment_now(), context_->limits);
    if (allowance_.is_overdrawn(moment_now(), context_->limits)) cut();
}

void Peer::look_at_live(Moment moment) {
    if (line_->has_waited_since(moment - context_->limits.stuck)) {
        connection_->leave_lagging();
    } else if (!connection_->is_welcome()) {
        if (moment >= deadline_) connection_->no_hello_came();
    } else if (held_back_) {
        // It is not being read from, so it cannot be heard.
        keep_alive_.heard(moment);
    } else {
        switch (keep_alive_.look(moment, context_->limits)) {
            case KeepAlive::Verdict::alive:
                return;
            case KeepAlive::Verdict::dead:
                return cut();
            case KeepAlive::Verdict::ping:
                line_->outbox().put(ping_frame());
                line_->flush();
        }
    }
}

}  // namespace rostrum::net
