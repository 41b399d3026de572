#include "app/replica.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"
#include "store/random_bytes.hpp"

namespace rostrum::app {
namespace {

using namespace std::chrono_literals;

/// Acts that etcd keeps of each room though all servers have them: a command that comes again is
/// recognized by them.
constexpr std::uint64_t acts_kept = 500;
/// Ticks between two droppings.
constexpr unsigned dropped_every = 60;
/// Ticks between two warnings of a server that waits.
constexpr unsigned warned_every = 10;

replica::TlsFiles tls_of(const ReplicaSettings& settings) {
    if (settings.authorities.empty() || settings.certificate.empty() || settings.key.empty())
        throw Failure(ExitCode::usage,
                      "Several servers need --replica-ca, --replica-cert and --replica-key: their "
                      "link carries persons' names. docs/several-servers.md shows how to make the "
                      "files.");
    return {settings.authorities, settings.certificate, settings.key};
}

}  // namespace

replica::EtcdSettings etcd_settings(const ReplicaSettings& settings) {
    replica::EtcdSettings etcd;
    etcd.members = replica::read_addresses(settings.etcd);
    etcd.tls = tls_of(settings);
    return etcd;
}

Replica::Replica(net::Loop& loop, store::SqliteLog& log, rooms::SteadyClock& clock,
                 std::shared_ptr<store::Worker> access_worker, const Settings& settings)
    : loop_(loop),
      local_(log),
      clock_(clock),
      sequencer_(loop.context(), etcd_settings(settings.replica)),
      notes_(loop.context(), etcd_settings(settings.replica)),
      client_(loop.context(), tls_of(settings.replica)),
      server_(loop.context(), parse_listen_address(settings.replica.listen).host,
              parse_listen_address(settings.replica.listen).port, tls_of(settings.replica)),
      access_(
          settings.data, clock, store::system_random_bytes(),
          [&loop](auto task) { loop.post(std::move(task)); }, std::move(access_worker)),
      others_({.notes = notes_,
               .client = client_,
               .server = server_,
               .log = log,
               .access = access_,
               .own_state = [this] { return own_state(); },
               .reassigned = [this](const auto& screens) { reassigned_(screens); },
               .post = [&loop](auto task) { loop.post(std::move(task)); }}),
      log_(
          log, sequencer_, others_, store::system_random_bytes(),
          [&loop](auto task) { loop.post(std::move(task)); },
          [](const std::string& sentence) { spdlog::error(sentence); }) {
    link_url_ = settings.replica.url;
    if (link_url_.empty())
        link_url_ = guess_public_url(
            {.host = parse_listen_address(settings.replica.listen).host, .port = server_.port()},
            true);
    static_cast<void>(replica::read_addresses(link_url_));
    others_.serve(log_);
}

void Replica::start(std::function<void()> current) {
    current_ = std::move(current);
    sequencer_.status([](const replica::EtcdStatus& status) {
        if (const auto fault = replica::etcd_fault(status)) spdlog::warn(*fault);
    });
    log_.start([this] {
        log_is_current_ = true;
        begin_if_current();
    });
    tick();
}

void Replica::begin_if_current() {
    if (!current_ || !log_is_current_ || record_.empty() || !others_.all_are_asked()) return;
    follow_clock();
    loop_.post(std::exchange(current_, {}));
}

void Replica::tick() {
    ++ticks_;
    if (record_.empty())
        notes_.settle("record", local_.id(), [this](const std::optional<std::string>& record) {
            if (record) record_ = *record;
            begin_if_current();
        });
    log_.tick();
    others_.tick();
    if (current_) {
        if (ticks_ % warned_every == 0)
            spdlog::warn("waiting for a majority of etcd's members, and for the other servers");
        return begin_if_current();
    }
    follow_clock();
    if (ticks_ % dropped_every == 0) drop_old_acts();
}

void Replica::serves_at(std::string public_url) {
    public_url_ = std::move(public_url);
    serving_since_unix_ms_ = clock_.unix_ms_now();
}

wire::ServerState Replica::own_state() const {
    wire::ServerState state;
    state.id = local_.id();
    state.link = link_url_;
    state.public_url = public_url_;
    state.version = ROSTRUM_VERSION;
    state.unix_ms = clock_.unix_ms_now();
    state.serving_since_unix_ms = serving_since_unix_ms_;
    for (const store::Head& head : local_.heads().heads)
        state.revisions.emplace(head.room, head.revision);
    return state;
}

std::vector<std::string> Replica::public_urls() const {
    std::vector<std::string> urls{public_url_};
    for (const auto& [id, server] : others_.known())
        if (!server.state.public_url.empty()) urls.push_back(server.state.public_url);
    return urls;
}

/// The clock of the server that serves for longest is everybody's.
void Replica::follow_clock() {
    constexpr double not_serving = 1e18;
    const auto since = [&](double unix_ms) { return unix_ms > 0 ? unix_ms : not_serving; };
    auto first = std::pair{since(serving_since_unix_ms_), local_.id()};
    std::optional<std::chrono::nanoseconds> over_steady;
    for (const auto& [id, server] : others_.known()) {
        const auto one = std::pair{since(server.state.serving_since_unix_ms), id};
        if (!server.is_there || one.first == not_serving || one >= first) continue;
        first = one;
        over_steady = server.over_steady;
    }
    follows_clock_ = over_steady.has_value();
    if (!over_steady) return;
    const std::chrono::duration<double, std::milli> own{clock_.unix_ms_now()};
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    clock_.approach(*over_steady + now - std::chrono::round<std::chrono::nanoseconds>(own),
                    serving_since_unix_ms_ == 0);
}

/// One server does this for all.
void Replica::drop_old_acts() {
    std::map<RoomId, Revision> had;
    for (const store::Head& head : local_.heads().heads) had.emplace(head.room, head.revision);
    for (const auto& [id, server] : others_.known()) {
        if (server.is_there && id < local_.id()) return;
        for (auto& [room, revision] : had) {
            const auto theirs = server.state.revisions.find(room);
            revision = std::min(
                revision, theirs == server.state.revisions.end() ? Revision{} : theirs->second);
        }
    }
    for (const auto& [room, revision] : had)
        if (revision.value > acts_kept) sequencer_.drop(room, Revision{revision.value - acts_kept});
}

}  // namespace rostrum::app
