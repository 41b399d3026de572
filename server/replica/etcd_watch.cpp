#include "replica/etcd_watch.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "replica/etcd_json.hpp"
#include "replica/etcd_messages.hpp"

namespace rostrum::replica {

using Clock = std::chrono::steady_clock;

EtcdWatch::EtcdWatch(std::shared_ptr<EtcdCluster> cluster, SequenceFollower& follower)
    : cluster_(std::move(cluster)),
      follower_(follower),
      questions_(*cluster_),
      stream_(*cluster_),
      silence_(cluster_->io()) {}

void EtcdWatch::start() {
    asio::co_spawn(cluster_->io(), run(),
                   [self = shared_from_this()](const std::exception_ptr& fault) {
                       if (fault) std::rethrow_exception(fault);
                   });
}

void EtcdWatch::stop() {
    questions_.stop();
    stream_.stop();
    silence_.cancel();
}

asio::awaitable<void> EtcdWatch::run() {
    while (!questions_.is_stopped()) {
        // GCC 12 miscompiles this in one line.
        const bool is_answered = co_await pass_heads();
        if (is_answered) co_await watch();
        co_await questions_.wait(cluster_->times().between);
    }
}

/// Asks a majority for all heads. False if there is no answer.
asio::awaitable<bool> EtcdWatch::pass_heads() {
    std::map<RoomId, RoomHead> heads;
    std::string from;
    std::uint64_t revision = 0;
    std::uint64_t newest = 0;
    do {
        EtcdRequest request = heads_request(prefix(), from, revision);
        const EtcdAnswer answer =
            co_await questions_.ask(std::move(request), Clock::now() + cluster_->times().all_tries);
        if (questions_.is_stopped() || answer.kind != EtcdAnswer::Kind::answered) co_return false;
        try {
            HeadsPage page = read_heads(prefix(), answer.body);
            if (revision == 0) revision = revision_of(answer.body);
            heads.insert(page.heads.begin(), page.heads.end());
            newest = std::max(newest, page.newest);
            from = std::move(page.next);
        } catch (const MalformedAnswer&) {
            questions_.cut();
            co_return false;
        }
    } while (!from.empty());
    newest_ = newest;
    // At the start; after a gap in etcd's history; if etcd was set back to an older copy.
    if (next_ == 0 || next_ > revision + 1) {
        next_ = revision + 1;
        passed_ = revision;
    }
    follower_.has_heads(heads);
    co_return true;
}

/// Returns when the watch has ended.
asio::awaitable<void> EtcdWatch::watch() {
    EtcdRequest request = watch_request(prefix(), next_);
    const bool is_open = co_await stream_.open_stream(std::move(request));
    if (!is_open) co_return;
    heard_ = Clock::now();
    is_watching_ = true;
    asio::co_spawn(cluster_->io(), pass_acts(),
                   [self = shared_from_this()](const std::exception_ptr& fault) {
                       self->is_watching_ = false;
                       self->silence_.cancel();
                       if (fault) std::rethrow_exception(fault);
                   });
    while (is_watching_) {
        silence_.expires_at(heard_ + cluster_->times().silence);
        boost::system::error_code canceled;
        co_await silence_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
        if (!is_watching_ || Clock::now() < heard_ + cluster_->times().silence) continue;
        const Moment heard = heard_;
        const bool is_answered = co_await pass_heads();
        // If a line came meanwhile, it may have brought what the heads show.
        if (heard_ != heard) continue;
        heard_ = Clock::now();
        if (!is_answered || newest_ > passed_) stream_.cut();
    }
}

asio::awaitable<void> EtcdWatch::pass_acts() {
    while (auto line = co_await stream_.next_line()) {
        if (stream_.is_stopped()) co_return;
        heard_ = Clock::now();
        try {
            receive(*line);
        } catch (const MalformedAnswer&) {
            stream_.cut();
        }
    }
}

void EtcdWatch::receive(const std::string& line) {
    WatchLine read = read_watch_line(prefix(), line);
    for (auto& [room, acts] : read.acts) follower_.sequenced(room, std::move(acts));
    if (read.newest > 0) {
        passed_ = std::max(passed_, read.newest);
        // What a line has begun, the next watch begins with.
        next_ = read.goes_on ? read.newest : read.newest + 1;
    }
    if (read.is_compacted) next_ = 0;
    if (read.is_canceled) stream_.cut();
}

}  // namespace rostrum::replica
