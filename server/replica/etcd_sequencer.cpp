#include "replica/etcd_sequencer.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "replica/etcd_client.hpp"
#include "replica/etcd_json.hpp"
#include "replica/etcd_lanes.hpp"
#include "replica/etcd_messages.hpp"
#include "replica/etcd_watch.hpp"

namespace rostrum::replica {
namespace {

constexpr std::size_t append_lanes = 4;
constexpr std::size_t most_waiting = 1024;
constexpr std::size_t most_read_at_once = 256;
/// A transaction may have 128 operations: one for all acts, and one for each command.
constexpr std::size_t most_dropped_at_once = 100;
/// So many acts are dropped before etcd's history is compacted, and so many of etcd's revisions
/// stay: a watch that was cut off begins where it ended.
constexpr std::size_t dropped_before_compaction = 1000;
constexpr std::uint64_t history_kept = 1000;

constexpr auto busy = "More waits for etcd than it takes.";

using Kind = EtcdAnswer::Kind;

SequenceOutcome outcome_of(const EtcdAnswer& answer, const std::vector<RoomBatch>& batches) {
    if (answer.kind == Kind::refused)
        return NotSequenced{"etcd does not take the acts. " + answer.reason};
    try {
        if (answer.kind == Kind::answered) return append_outcome(answer.body, batches);
        return OutcomeUnknown{"etcd does not say whether it has the acts. " + answer.reason};
    } catch (const MalformedAnswer& malformed) {
        return OutcomeUnknown{malformed.what()};
    }
}

}  // namespace

/// What jobs need. They hold it, so that it outlives the sequencer for as long as they end.
struct EtcdSequencer::Parts : std::enable_shared_from_this<Parts> {
    /// A page of acts, or why there is none.
    struct ActsPage {
        std::optional<Sequencer::Acts> acts;
        std::string reason;
        /// Of etcd's, when it answered.
        std::uint64_t revision = 0;
    };

    Parts(asio::io_context& io, EtcdSettings settings)
        : cluster(std::make_shared<EtcdCluster>(io, std::move(settings))),
          appends(std::make_shared<EtcdLanes>(cluster, append_lanes, most_waiting)),
          reads(std::make_shared<EtcdLanes>(cluster, 1, most_waiting)),
          upkeep(std::make_shared<EtcdLanes>(cluster, 1, most_waiting)) {}

    [[nodiscard]] Moment deadline() const {
        return std::chrono::steady_clock::now() + cluster->times().all_tries;
    }
    /// Runs the task later, unless the sequencer is gone by then.
    void post(std::function<void()> task) {
        asio::post(cluster->io(), [self = shared_from_this(), task = std::move(task)] {
            if (!self->is_stopped) task();
        });
    }
    asio::awaitable<void> append(EtcdConnection& connection, std::vector<RoomBatch> batches,
                                 Moment until, Done done);
    asio::awaitable<void> read(EtcdConnection& connection, RoomId room, Revision after,
                               std::size_t most, Moment until, ReadDone done);
    asio::awaitable<void> begin(EtcdConnection& connection, std::map<RoomId, RoomHead> rooms,
                                std::function<void(std::optional<std::string>)> done);
    asio::awaitable<void> drop(EtcdConnection& connection, RoomId room, Revision up_to);
    asio::awaitable<ActsPage> read_page(EtcdConnection& connection, const RoomId& room,
                                        Revision after, std::optional<Revision> up_to,
                                        std::size_t most, Moment until) const;

    std::shared_ptr<EtcdCluster> cluster;
    std::shared_ptr<EtcdLanes> appends;
    std::shared_ptr<EtcdLanes> reads;
    std::shared_ptr<EtcdLanes> upkeep;
    std::shared_ptr<EtcdWatch> watch;
    std::size_t dropped = 0;
    bool is_stopped = false;
};

EtcdSequencer::EtcdSequencer(asio::io_context& io, EtcdSettings settings)
    : parts_(std::make_shared<Parts>(io, std::move(settings))) {}

EtcdSequencer::~EtcdSequencer() {
    parts_->is_stopped = true;
    for (const auto& lanes : {parts_->appends, parts_->reads, parts_->upkeep}) lanes->stop();
    if (parts_->watch) parts_->watch->stop();
}

void EtcdSequencer::append(std::vector<RoomBatch> batches, Done done) {
    if (auto fault = append_fault(batches))
        return parts_->post([done, fault] { done(NotSequenced{*fault}); });
    const bool is_added = parts_->appends->add([parts = parts_, batches = std::move(batches),
                                                until = parts_->deadline(),
                                                done](EtcdConnection& connection) mutable {
        return parts->append(connection, std::move(batches), until, done);
    });
    if (!is_added) parts_->post([done] { done(NotSequenced{busy}); });
}

asio::awaitable<void> EtcdSequencer::Parts::append(EtcdConnection& connection,
                                                   std::vector<RoomBatch> batches, Moment until,
                                                   Done done) {
    EtcdRequest request = append_request(cluster->settings().prefix, batches);
    const EtcdAnswer answer = co_await connection.ask(std::move(request), until);
    if (!is_stopped) done(outcome_of(answer, batches));
}

asio::awaitable<EtcdSequencer::Parts::ActsPage> EtcdSequencer::Parts::read_page(
    EtcdConnection& connection, const RoomId& room, Revision after, std::optional<Revision> up_to,
    std::size_t most, Moment until) const {
    EtcdAnswer answer;
    // One act fits.
    for (bool is_too_large = true; is_too_large && most > 0; most /= 4) {
        EtcdRequest request = read_request(cluster->settings().prefix, room, after, up_to, most);
        answer = co_await connection.ask(std::move(request), until);
        is_too_large = answer.kind == Kind::too_large;
    }
    ActsPage page;
    page.reason = answer.reason;
    if (answer.kind != Kind::answered) co_return page;
    try {
        page.acts = read_acts(answer.body, after);
        page.revision = revision_of(answer.body);
    } catch (const MalformedAnswer& malformed) {
        connection.cut();
        page.reason = malformed.what();
    }
    co_return page;
}

void EtcdSequencer::follow(SequenceFollower& follower) {
    parts_->watch = std::make_shared<EtcdWatch>(parts_->cluster, follower);
    parts_->watch->start();
}

void EtcdSequencer::read(const RoomId& room, Revision after, std::size_t most, ReadDone done) {
    const bool is_added =
        parts_->reads->add([parts = parts_, room, after, most = std::min(most, most_read_at_once),
                            until = parts_->deadline(), done](EtcdConnection& connection) {
            return parts->read(connection, room, after, most, until, done);
        });
    if (!is_added) parts_->post([done] { done(OutcomeUnknown{busy}); });
}

asio::awaitable<void> EtcdSequencer::Parts::read(EtcdConnection& connection, RoomId room,
                                                 Revision after, std::size_t most, Moment until,
                                                 ReadDone done) {
    ActsPage page = co_await read_page(connection, room, after, std::nullopt, most, until);
    if (is_stopped) co_return;
    if (page.acts)
        done(std::move(*page.acts));
    else
        done(OutcomeUnknown{"etcd does not answer. " + page.reason});
}

void EtcdSequencer::drop(const RoomId& room, Revision up_to) {
    // A drop that finds no place is no loss: a later one drops the same acts.
    static_cast<void>(
        parts_->upkeep->add([parts = parts_, room, up_to](EtcdConnection& connection) {
            return parts->drop(connection, room, up_to);
        }));
}

/// Ends early where etcd does not answer: a later drop continues.
asio::awaitable<void> EtcdSequencer::Parts::drop(EtcdConnection& connection, RoomId room,
                                                 Revision up_to) {
    const std::string& prefix = cluster->settings().prefix;
    while (!is_stopped) {
        const ActsPage page = co_await read_page(connection, room, Revision{}, up_to,
                                                 most_dropped_at_once, deadline());
        if (!page.acts || page.acts->acts.empty()) co_return;
        EtcdRequest request = drop_request(prefix, room, page.acts->acts);
        const EtcdAnswer answer = co_await connection.ask(std::move(request), deadline());
        if (answer.kind != Kind::answered) co_return;
        dropped += page.acts->acts.size();
        if (dropped < dropped_before_compaction || page.revision <= history_kept) continue;
        dropped = 0;
        // Refused if another server has compacted further.
        EtcdRequest compact = compact_request(page.revision - history_kept);
        co_await connection.ask(std::move(compact), deadline());
    }
}

void EtcdSequencer::begin(std::map<RoomId, RoomHead> rooms,
                          const std::function<void(std::optional<std::string>)>& done) {
    const bool is_added = parts_->upkeep->add(
        [parts = parts_, rooms = std::move(rooms), done](EtcdConnection& connection) mutable {
            return parts->begin(connection, std::move(rooms), done);
        });
    if (!is_added) parts_->post([done] { done(busy); });
}

asio::awaitable<void> EtcdSequencer::Parts::begin(
    EtcdConnection& connection, std::map<RoomId, RoomHead> rooms,
    std::function<void(std::optional<std::string>)> done) {
    std::optional<std::string> fault;
    for (const auto& [room, head] : rooms) {
        EtcdRequest request = begin_request(cluster->settings().prefix, room, head);
        const EtcdAnswer answer = co_await connection.ask(std::move(request), deadline());
        if (is_stopped) co_return;
        try {
            if (answer.kind != EtcdAnswer::Kind::answered)
                fault = "etcd does not answer. " + answer.reason;
            else if (begun_head(answer.body, head) != head)
                fault =
                    "The servers' record has a room " + room.value + " already, with other acts.";
        } catch (const MalformedAnswer& malformed) {
            fault = malformed.what();
        }
        if (fault) break;
    }
    done(fault);
}

void EtcdSequencer::status(std::function<void(EtcdStatus)> done) {
    asio::post(parts_->cluster->io(), [parts = parts_, done = std::move(done)] {
        asio::co_spawn(parts->cluster->io(), read_etcd_status(*parts->cluster),
                       [parts, done](const std::exception_ptr& fault, EtcdStatus status) {
                           if (fault) std::rethrow_exception(fault);
                           if (!parts->is_stopped) done(std::move(status));
                       });
    });
}

}  // namespace rostrum::replica
